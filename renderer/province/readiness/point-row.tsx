import { memo } from 'react';
import type { ReadinessRow } from '../../../shared/protocol/console.ts';
import { formatDateTime, formatMoment } from '../../../shared/strings/format.ts';
import { StateBadge } from '../../ui/badge.tsx';
import { COMPOSITION_LOOK, READINESS_LOOK } from '../../ui/tone.ts';
import { useWords } from '../../ui/words.tsx';
import type { Report } from '../api.ts';
import { CheckMarks } from './check-marks.tsx';
import classes from './readiness.module.css';

interface RowProps {
  readonly row: ReadinessRow;
  readonly checklist: Report['checklist'];
}

/** One point. What has not reached us is said to be missing, never shown as a fault or an absence. */
export const PointRow = memo(function PointRow({ row, checklist }: RowProps) {
  const { t } = useWords();
  return (
    <tr data-point={row.point.code}>
      <th scope="row">
        {row.point.name}
        <span className={classes.code}>{row.point.code}</span>
      </th>
      <td>
        <StateBadge look={READINESS_LOOK[row.state]}>{t(`verdicts.readiness.${row.state}`)}</StateBadge>
      </td>
      <td>
        <CheckMarks checks={row.checks} />
      </td>
      <td>
        <Manual row={row} checklist={checklist} />
      </td>
      <td>
        <Leader leader={row.leader} unknown={row.state === 'no-data'} />
      </td>
      <td className={row.lastRunAt === null ? classes.nothing : undefined}>
        {row.lastRunAt === null ? t('province.table.noRun') : <When at={row.lastRunAt} />}
      </td>
      <td className={row.lastContactAt === null ? classes.nothing : undefined}>
        {row.lastContactAt === null ? t('province.table.noContact') : <When at={row.lastContactAt} />}
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

function Leader({ leader, unknown }: { readonly leader: ReadinessRow['leader']; readonly unknown: boolean }) {
  const { t } = useWords();
  if (!leader)
    return (
      <span className={classes.nothing}>{t(unknown ? 'verdicts.readiness.no-data' : 'province.table.noLeader')}</span>
    );
  const { composition, fullName, title, at } = leader;
  return (
    <div className={classes.leader}>
      <strong>{fullName}</strong>
      <span className={classes.nothing}>
        {title} · {t('province.table.leaderAt', { time: formatMoment(at, Date.now()) })}
      </span>
      <StateBadge look={COMPOSITION_LOOK[composition]}>{t(`verdicts.composition.${composition}`)}</StateBadge>
    </div>
  );
}
