import { CHECK_IDS } from '../../../shared/checks/check-id.ts';
import type { MeetingRecord } from '../../../shared/meeting/readiness.ts';
import { checkName } from '../../../shared/strings/check-text.ts';
import { Icon } from '../../ui/icons.tsx';
import { VERDICT_LOOK } from '../../ui/tone.ts';
import { useWords } from '../../ui/words.tsx';
import { usePoint } from '../context.tsx';
import classes from './hero.module.css';

/** How each check stands, in one line: what the cards below say at length. */
export function Glance({ record }: { readonly record: MeetingRecord }) {
  const words = useWords();
  const activity = usePoint((state) => state.activity);
  return (
    <ul className={classes.glance} aria-label={words.t('home.glance')}>
      {CHECK_IDS.map((id) => {
        const verdict = record.checks[id]?.verdict ?? 'not-run';
        const look = activity[id] ? ({ tone: 'busy', icon: 'again' } as const) : VERDICT_LOOK[verdict];
        return (
          <li key={id} style={{ color: `var(--${look.tone})` }} data-edge>
            <Icon name={look.icon} size={18} />
            <span>
              {checkName(words, id)}
              <span className={classes.srOnly}>
                {': '}
                {activity[id] ? words.t('point.run.running') : words.t(`verdicts.check.${verdict}`)}
              </span>
            </span>
          </li>
        );
      })}
    </ul>
  );
}
