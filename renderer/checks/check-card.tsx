import { Progress } from '@mantine/core';
import { type ReactNode, useId, useState } from 'react';
import type { CheckId } from '../../shared/checks/check-id.ts';
import type { ReasonValues, Verdict } from '../../shared/checks/verdict.ts';
import type { CheckStanding } from '../../shared/meeting/standing.ts';
import type { Policy } from '../../shared/policy/policy.ts';
import { checkAbout, checkName, checkText, furtherTexts } from '../../shared/strings/check-text.ts';
import { StateBadge } from '../ui/badge.tsx';
import { Icon } from '../ui/icons.tsx';
import { VERDICT_LOOK } from '../ui/tone.ts';
import { useWords } from '../ui/words.tsx';
import type { Still } from './camera/still.ts';
import { CardDetails } from './card-details.tsx';
import { CardFoot } from './card-foot.tsx';
import { CARD_PARTS } from './card-parts-table.ts';
import classes from './check-card.module.css';
import type { Measurement } from './fact.ts';
import type { LiveParts } from './live-parts.ts';
import { LiveView } from './live-view.tsx';

export interface CheckCardProps {
  readonly id: CheckId;
  readonly verdict: Verdict;
  readonly reason: string;
  readonly values: ReasonValues;
  /** All that was found; the first is the reason. */
  readonly findings?: CheckStanding['findings'];
  /** What is not as it was the last time. */
  readonly drift?: CheckStanding['drift'];
  /** When it was measured, epoch milliseconds; null when it was not. */
  readonly at: number | null;
  /** As measured in this session; null where it is not at hand. */
  readonly measurement: Measurement | null;
  readonly durationMs: number | null;
  /** Its limits are shown in the details; `policyVersion` is the one that judged. */
  readonly policy: Policy;
  readonly policyVersion: string | null;
  /** Null while it stands still. */
  readonly activity: { readonly started: boolean; readonly fraction: number; readonly live: LiveParts } | null;
  /** The last picture of a camera, and who keeps it. */
  readonly still: Still | null;
  readonly onStill?: ((still: Still) => void) | undefined;
  /** What the person may do with the result: listen, answer. */
  readonly afterwards?: ReactNode;
  /** The choice of device, where the check has one. */
  readonly device?: ReactNode;
  readonly detailsOpen?: boolean;
  readonly onRun: () => void;
  readonly onCancel: () => void;
}

/** One check: how it stands, why, what to do about it, and what is seen and heard while it measures. */
export function CheckCard(props: CheckCardProps) {
  const { id, verdict, activity, afterwards, device, findings = [] } = props;
  const words = useWords();
  const title = useId();
  const [open, setOpen] = useState(props.detailsOpen ?? false);
  const tone = activity ? 'busy' : VERDICT_LOOK[verdict].tone;
  const hasDetails = !activity && verdict !== 'not-run';
  return (
    <article className={classes.card} data-check={id} data-tone={tone} aria-labelledby={title}>
      <header className={classes.head}>
        <Icon name={id} size={20} />
        <h3 id={title}>{checkName(words, id)}</h3>
        {!activity && (
          <span className={classes.verdict} aria-live="polite">
            <StateBadge look={VERDICT_LOOK[verdict]}>{words.t(`verdicts.check.${verdict}`)}</StateBadge>
          </span>
        )}
      </header>
      {activity ? <Running {...props} activity={activity} /> : <Standing {...props} />}
      {!activity && afterwards}
      {device}
      <CardFoot
        titleId={title}
        activity={activity !== null}
        at={props.at}
        first={verdict === 'not-run'}
        details={hasDetails ? { open, more: Math.max(0, findings.length - 1), toggle: () => setOpen(!open) } : null}
        onRun={props.onRun}
        onCancel={props.onCancel}
      />
      {hasDetails && open && <CardDetails {...props} findings={findings} />}
    </article>
  );
}

function Standing(props: CheckCardProps) {
  const { id, verdict, reason, values } = props;
  const words = useWords();
  const { Standing: Shown } = CARD_PARTS[id];
  const { drift } = furtherTexts(words, id, props);
  const { says, remedy } = checkText(words, id, reason, values);
  const fresh = verdict === 'not-run';
  return (
    <div className={classes.body} aria-live="polite">
      {Shown && <Shown {...props} />}
      {fresh ? (
        <p className={classes.remedy}>{checkAbout(words, id)}</p>
      ) : (
        <p className={verdict === 'pass' ? classes.well : classes.says}>{says}</p>
      )}
      {remedy !== '' && !fresh && (
        <p className={classes.remedy}>
          <strong>{words.t('common.whatToDo')}:</strong> {remedy}
        </p>
      )}
      {drift.length > 0 && (
        <p className={classes.drift}>
          <strong>{words.t('point.run.drift')}</strong> {drift.join(' ')}
        </p>
      )}
    </div>
  );
}

function Running(props: CheckCardProps & { readonly activity: NonNullable<CheckCardProps['activity']> }) {
  const { id, activity, policy, onStill } = props;
  const words = useWords();
  const { started, fraction, live } = activity;
  const { Standing: Shown } = CARD_PARTS[id];
  return (
    <div className={classes.body}>
      {started ? (
        <LiveView id={id} live={live} policy={policy} onStill={onStill} />
      ) : (
        <>
          {id === 'camera' && Shown && <Shown {...props} measurement={null} />}
          <p className={classes.busy}>{words.t('point.run.waiting')}</p>
        </>
      )}
      <Progress
        value={Math.round(fraction * 100)}
        size="md"
        striped={started}
        aria-label={words.t('point.run.progress', { name: checkName(words, id) })}
      />
    </div>
  );
}
