import type { SealCheck } from '../../../shared/protocol/minutes.ts';
import { formatDateTime } from '../../../shared/strings/format.ts';
import { Icon } from '../../ui/icons.tsx';
import type { Look } from '../../ui/tone.ts';
import { useWords } from '../../ui/words.tsx';
import classes from './check.module.css';

const LOOK = {
  same: { tone: 'pass', icon: 'pass' },
  more: { tone: 'pass', icon: 'pass' },
  different: { tone: 'warn', icon: 'warn' },
  unknown: { tone: 'unknown', icon: 'unmeasured' },
  broken: { tone: 'fail', icon: 'fail' },
} as const satisfies Record<SealCheck['verdict'], Look>;

/** The verdict is what the person waits for: in sight, and where the keyboard and a screen reader go on. */
function arriveAt(verdict: HTMLElement | null): void {
  verdict?.parentElement?.scrollIntoView();
  verdict?.focus({ preventScroll: true });
}

/** Which record was compared, what the comparison came to, and what differs. */
export function Outcome({ checked }: { readonly checked: SealCheck }) {
  const { t, raw } = useWords();
  const { verdict, meeting, point, held, missing, added } = checked;
  return (
    <section role="status" className={`${classes.outcome} ${classes.answer}`}>
      <p>
        {t('minutes.check.checked')}{' '}
        <strong>
          {point.name} ({point.code}) · {meeting.title} · {formatDateTime(meeting.startsAt)}
        </strong>
      </p>
      <h2 ref={arriveAt} tabIndex={-1} className={classes.verdict} data-tone={LOOK[verdict].tone}>
        <Icon name={LOOK[verdict].icon} size={28} />
        {t(`minutes.check.verdicts.${verdict}`, { count: held })}
      </h2>
      {verdict === 'unknown' && <p>{t('minutes.check.unknownHint')}</p>}
      {missing.length > 0 && (
        <>
          <h3>{t('minutes.check.missing', { count: missing.length })}</h3>
          <p>
            {t('minutes.check.markHint')}: {missing.join(', ')}
          </p>
          <p>{t('minutes.check.missingHint')}</p>
        </>
      )}
      {added.length > 0 && (
        <>
          <h3>{t('minutes.check.added', { count: added.length })}</h3>
          <ul>
            {added.map(({ hash, type, at }) => (
              <li key={hash}>
                {formatDateTime(at)} · {raw(`minutes.types.${type}`) ?? raw(`province.rollCall.facts.${type}`) ?? type}{' '}
                · {hash.slice(0, 6)}
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}
