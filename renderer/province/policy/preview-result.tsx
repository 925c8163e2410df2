import type { PolicyPreview } from '../../../shared/protocol/policies.ts';
import { checkName } from '../../../shared/strings/check-text.ts';
import { formatDate } from '../../../shared/strings/format.ts';
import { StateBadge } from '../../ui/badge.tsx';
import { READINESS_LOOK } from '../../ui/tone.ts';
import { useWords } from '../../ui/words.tsx';
import table from '../table.module.css';
import classes from './policy.module.css';

/** Which points of the last meeting would have been called otherwise. */
export function PreviewResult({ preview }: { readonly preview: PolicyPreview }) {
  const words = useWords();
  const { t } = words;
  const { meeting, judged, changes } = preview;
  if (meeting === null) return <p role="status">{t('policy.noMeeting')}</p>;
  const count = changes.filter(({ before, after }) => before !== after).length;
  const about = { title: meeting.title, when: formatDate(meeting.startsAt) };
  return (
    <div className={classes.preview}>
      <p role="status">
        <strong>
          {count === 0 ? t('policy.wouldChangeNone', about) : t('policy.wouldChange', { ...about, count, judged })}
        </strong>
        {changes.length > count && ` ${t('policy.alsoChecks', { count: changes.length - count })}`}
      </p>
      {changes.length > 0 && (
        <table className={table.table}>
          <thead>
            <tr>
              <th scope="col">{t('province.table.point')}</th>
              <th scope="col">{t('policy.before')}</th>
              <th scope="col">{t('policy.after')}</th>
              <th scope="col">{t('policy.checksChanged')}</th>
            </tr>
          </thead>
          <tbody>
            {changes.map(({ point, before, after, checks }) => (
              <tr key={point.code}>
                <th scope="row">
                  {point.name}
                  <span className={table.code}>{point.code}</span>
                </th>
                {([before, after] as const).map((state, at) => (
                  <td key={at === 0 ? 'before' : 'after'}>
                    <StateBadge look={READINESS_LOOK[state]}>{t(`verdicts.readiness.${state}`)}</StateBadge>
                  </td>
                ))}
                <td>
                  {checks
                    .map((one) =>
                      [
                        `${checkName(words, one.id)}:`,
                        t(`verdicts.check.${one.before}`),
                        '→',
                        t(`verdicts.check.${one.after}`),
                      ].join(' '),
                    )
                    .join('; ')}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </div>
  );
}
