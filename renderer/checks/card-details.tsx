import type { CheckId } from '../../shared/checks/check-id.ts';
import type { Finding } from '../../shared/checks/verdict.ts';
import { checkText } from '../../shared/strings/check-text.ts';
import { formatDateTime } from '../../shared/strings/format.ts';
import { versionText } from '../../shared/strings/policy-text.ts';
import { Icon } from '../ui/icons.tsx';
import { VERDICT_LOOK } from '../ui/tone.ts';
import { useWords } from '../ui/words.tsx';
import classes from './card-details.module.css';
import { CARD_FACTS } from './card-facts.ts';
import type { StandingProps } from './card-parts.ts';
import { CARD_PARTS } from './card-parts-table.ts';
import type { Fact } from './fact.ts';
import { factText } from './fact-text.ts';

export interface CardDetailsProps extends StandingProps {
  readonly id: CheckId;
  readonly findings: readonly Finding[];
  /** When it was measured, epoch milliseconds, and how long that took; null where it was not, or is not known here. */
  readonly at: number | null;
  readonly durationMs: number | null;
  /** The policy that judged it. */
  readonly policyVersion: string | null;
}

/** All that was found and all that was measured, with the limits it was judged by. */
export function CardDetails(props: CardDetailsProps) {
  const words = useWords();
  const { t } = words;
  const { id, findings, measurement, policy, at, durationMs, policyVersion } = props;
  const { Details } = CARD_PARTS[id];
  const lines = measurement ? CARD_FACTS[id](measurement, policy) : [];
  return (
    <div className={classes.details}>
      {findings.length > 1 && <Findings id={id} findings={findings} />}
      {Details && <Details {...props} />}
      <h4>{t('cards.details.measured')}</h4>
      {lines.length > 0 ? (
        <Lines facts={lines} />
      ) : (
        <p>{t(measurement === null && durationMs === null ? 'cards.details.notHere' : 'cards.details.nothing')}</p>
      )}
      <footer>
        {at !== null && durationMs !== null && (
          <p>{t('cards.details.took', { time: formatDateTime(at), seconds: Math.round(durationMs / 100) / 10 })}</p>
        )}
        {policyVersion !== null && <p>{t('cards.details.judgedBy', { version: versionText(words, policyVersion) })}</p>}
      </footer>
    </div>
  );
}

/** The card itself says the first and what to do about it; a single one is not said twice. */
function Findings({ id, findings }: Pick<CardDetailsProps, 'id' | 'findings'>) {
  const words = useWords();
  return (
    <>
      <h4>{words.t('cards.details.found')}</h4>
      <ul className={classes.findings}>
        {findings.map(({ verdict, reason, values }) => {
          const { says, remedy } = checkText(words, id, reason, values);
          const look = VERDICT_LOOK[verdict];
          return (
            <li key={`${reason}-${JSON.stringify(values)}`}>
              <span style={{ color: `var(--${look.tone})` }} title={words.t(`verdicts.check.${verdict}`)}>
                <Icon name={look.icon} size={18} />
              </span>
              <div>
                <strong>{says}</strong>
                <p>{remedy}</p>
              </div>
            </li>
          );
        })}
      </ul>
    </>
  );
}

function Lines({ facts }: { readonly facts: readonly Fact[] }) {
  const words = useWords();
  return (
    <dl className={classes.lines}>
      {facts.map((fact, at) => {
        const { label, value, limits } = factText(words, fact);
        const startsChannel = fact.channel !== undefined && facts[at - 1]?.channel !== fact.channel;
        return (
          <div key={`${fact.channel ?? ''}${fact.label}`} data-channel={startsChannel}>
            {startsChannel && (
              <dt className={classes.channel}>{words.t('cards.fact.channel', { channel: fact.channel ?? 0 })}</dt>
            )}
            <dt>{label}</dt>
            <dd>{value}</dd>
            {limits.map((limit) => (
              <dd key={limit} className={classes.limit}>
                {limit}
              </dd>
            ))}
          </div>
        );
      })}
    </dl>
  );
}
