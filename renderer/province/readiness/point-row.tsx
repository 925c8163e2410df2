import { memo } from 'react';
import type { ReadinessRow } from '../../../shared/protocol/console.ts';
import { formatDateTime, formatMoment } from '../../../shared/strings/format.ts';
import { StateBadge } from '../../ui/badge.tsx';
import { COMPOSITION_LOOK, WALL_LOOK } from '../../ui/tone.ts';
import { useWords } from '../../ui/words.tsx';
import type { Report } from '../api.ts';
import table from '../table.module.css';
import { CheckMarks } from './check-marks.tsx';
import classes from './readiness.module.css';

interface RowProps {
  readonly row: ReadinessRow;
  readonly checklist: Report['checklist'];
}

/** One point. What has not reached us is said to be missing, never shown as a fault or an absence. */
export const PointRow = memo(function PointRow({ row, checklist }: RowProps) {
  const { t } = useWords();
  const unknown = row.state === 'no-data';
  return (
    <tr data-point={row.point.code}>
      <th scope="row">
        {row.point.name}
        <span className={table.code}>{row.point.code}</span>
      </th>
      <td>
        <StateBadge look={WALL_LOOK[row.state]}>{t(`verdicts.readiness.${row.state}`)}</StateBadge>
      </td>
      <td>
        <CheckMarks checks={row.checks} unknown={unknown} />
      </td>
      <td>{unknown ? <Missing unknown word="noRun" /> : <Manual row={row} checklist={checklist} />}</td>
      <td>{row.leader ? <Leader leader={row.leader} /> : <Missing unknown={unknown} word="noLeader" />}</td>
      <td>{row.lastRunAt === null ? <Missing unknown={unknown} word="noRun" /> : <When at={row.lastRunAt} />}</td>
      <td>
        {row.lastContactAt === null ? <Missing unknown={false} word="noContact" /> : <When at={row.lastContactAt} />}
      </td>
    </tr>
  );
});

function When({ at }: { readonly at: number }) {
  return <time title={formatDateTime(at)}>{formatMoment(at, Date.now())}</time>;
}

function Manual({ row: { manual }, checklist }: RowProps) {
  const { t, locale } = useWords();
  const { answered, required } = manual;
  const no = manual.no.map((id) => checklist.find((item) => item.id === id)?.[locale] ?? id);
  return (
    <>
      {t('province.table.manualValue', { answered, required })}
      {no.length > 0 && <span className={classes.no}>{t('province.table.manualNo', { items: no.join('; ') })}</span>}
    </>
  );
}

/** What has not come. Of a point that nothing came from, that it did nothing is more than we know. */
function Missing(props: { readonly unknown: boolean; readonly word: 'noLeader' | 'noRun' | 'noContact' }) {
  const { t } = useWords();
  return (
    <span className={table.nothing}>
      {t(props.unknown ? 'verdicts.readiness.no-data' : `province.table.${props.word}`)}
    </span>
  );
}

function Leader({ leader }: { readonly leader: NonNullable<ReadinessRow['leader']> }) {
  const { t } = useWords();
  const { composition, fullName, title, at } = leader;
  return (
    <div className={classes.leader}>
      <strong>{fullName}</strong>
      <span className={table.nothing}>
        {title} · {t('province.table.leaderAt', { time: formatMoment(at, Date.now()) })}
      </span>
      <StateBadge look={COMPOSITION_LOOK[composition]}>{t(`verdicts.composition.${composition}`)}</StateBadge>
    </div>
  );
}
