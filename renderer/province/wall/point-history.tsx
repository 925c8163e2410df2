import { CHECK_IDS } from '../../../shared/checks/check-id.ts';
import type { PastRun } from '../../../shared/protocol/wall.ts';
import { checkName } from '../../../shared/strings/check-text.ts';
import { formatMoment } from '../../../shared/strings/format.ts';
import { Icon } from '../../ui/icons.tsx';
import { VERDICT_LOOK } from '../../ui/tone.ts';
import { useWords } from '../../ui/words.tsx';
import table from '../table.module.css';
import classes from './point.module.css';

/** The point's check runs over the meetings, the newest first. */
export function PointHistory({ runs, now }: { readonly runs: readonly PastRun[]; readonly now: number }) {
  const { t } = useWords();
  if (runs.length === 0) return <p className={classes.soft}>{t('wall.point.noHistory')}</p>;
  return (
    <section aria-label={t('wall.point.history')}>
      <h3>{t('wall.point.history')}</h3>
      <table className={table.table}>
        <thead>
          <tr>
            <th scope="col">{t('wall.point.when')}</th>
            <th scope="col">{t('wall.point.meeting')}</th>
            <th scope="col">{t('wall.point.result')}</th>
          </tr>
        </thead>
        <tbody>
          {runs.map((run) => (
            <tr key={`${run.device} ${run.at}`}>
              <th scope="row">{formatMoment(run.at, now)}</th>
              <td>{run.meetingTitle ?? t('wall.point.noMeeting')}</td>
              <td>
                <Marks run={run} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function Marks({ run }: { readonly run: PastRun }) {
  const words = useWords();
  return (
    <span className={classes.marks}>
      {CHECK_IDS.flatMap((id) => {
        const result = run.results.find((one) => one.id === id);
        if (!result) return [];
        const { tone, icon } = VERDICT_LOOK[result.verdict];
        const verdict = words.t(`verdicts.check.${result.verdict}`);
        const label = words.t('wall.mark', { name: checkName(words, id), verdict });
        return [
          <span key={id} className={classes.mark} data-tone={tone} role="img" aria-label={label} title={label}>
            <Icon name={icon} size={14} />
          </span>,
        ];
      })}
    </span>
  );
}
