import type { CheckId } from '../../../shared/checks/check-id.ts';
import type { Compared, PastCheck } from '../../../shared/history/past-check.ts';
import { checkName } from '../../../shared/strings/check-text.ts';
import { formatMoment, formatNumber } from '../../../shared/strings/format.ts';
import { StateBadge } from '../../ui/badge.tsx';
import { VERDICT_LOOK } from '../../ui/tone.ts';
import { useWords } from '../../ui/words.tsx';
import classes from './history.module.css';

/** Two runs side by side, check by check, with what became of each. */
export function ComparedTable(props: {
  readonly before: PastCheck;
  readonly after: PastCheck;
  readonly compared: readonly Compared[];
}) {
  const { before, after, compared } = props;
  const words = useWords();
  const { t } = words;
  const now = Date.now();
  return (
    <table className={classes.table}>
      <caption>{t('history.compared')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('history.check')}</th>
          <th scope="col">{formatMoment(before.at, now)}</th>
          <th scope="col">{formatMoment(after.at, now)}</th>
          <th scope="col">{t('history.change')}</th>
        </tr>
      </thead>
      <tbody>
        {compared.map((one) => (
          <tr key={one.id}>
            <th scope="row">{checkName(words, one.id)}</th>
            <td>
              <Result id={one.id} result={one.before} />
            </td>
            <td>
              <Result id={one.id} result={one.after} />
            </td>
            <td>{one.change === null ? '–' : t(`history.changes.${one.change}`)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Result({ id, result }: { readonly id: CheckId; readonly result: Compared['before'] }) {
  const { t, locale } = useWords();
  if (!result) return <span className={classes.soft}>{t('verdicts.check.not-run')}</span>;
  return (
    <span className={classes.result}>
      <StateBadge look={VERDICT_LOOK[result.verdict]}>{t(`verdicts.check.${result.verdict}`)}</StateBadge>
      {result.figure !== null && (
        <span className={classes.figure}>
          {formatNumber(locale, result.figure, 1)} {t(`wall.figures.${id}.unit`)}
        </span>
      )}
    </span>
  );
}
