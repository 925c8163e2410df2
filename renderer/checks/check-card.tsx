import { Button, Progress } from '@mantine/core';
import { type ReactNode, useId } from 'react';
import type { CheckId } from '../../shared/checks/check-id.ts';
import type { ReasonValues, Verdict } from '../../shared/checks/verdict.ts';
import type { CheckStanding } from '../../shared/meeting/standing.ts';
import { checkAbout, checkName, checkText, furtherTexts } from '../../shared/strings/check-text.ts';
import { formatDateTime, formatMoment } from '../../shared/strings/format.ts';
import { StateBadge } from '../ui/badge.tsx';
import { Icon } from '../ui/icons.tsx';
import { VERDICT_LOOK } from '../ui/tone.ts';
import { useWords } from '../ui/words.tsx';
import classes from './check-card.module.css';
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
  /** Null while it stands still. */
  readonly activity: { readonly started: boolean; readonly fraction: number; readonly live: LiveParts } | null;
  /** The choice of device, where the check has one. */
  readonly device?: ReactNode;
  readonly onRun: () => void;
  readonly onCancel: () => void;
}

/** One check: how it stands, why, what to do about it, and what is seen and heard while it measures. */
export function CheckCard(props: CheckCardProps) {
  const { id, verdict, activity, device } = props;
  const words = useWords();
  const title = useId();
  const tone = activity ? 'busy' : VERDICT_LOOK[verdict].tone;
  return (
    <article className={classes.card} data-check={id} data-tone={tone} aria-labelledby={title}>
      <header className={classes.head}>
        <Icon name={id} size={22} />
        <h3 id={title}>{checkName(words, id)}</h3>
      </header>
      {activity ? <Running {...props} activity={activity} /> : <Standing {...props} />}
      {device}
      <footer className={classes.foot}>
        {activity ? <Cancel title={title} {...props} /> : <Run title={title} {...props} />}
      </footer>
    </article>
  );
}

function Standing({ id, verdict, reason, values, at, findings, drift }: CheckCardProps) {
  const words = useWords();
  const further = furtherTexts(words, id, { findings, drift });
  const { says, remedy } = checkText(words, id, reason, values);
  const fresh = verdict === 'not-run';
  return (
    <div className={classes.body} aria-live="polite">
      {id === 'camera' && <div className={classes.noPicture}>{words.t('point.live.noPicture')}</div>}
      <div className={classes.badgeRow}>
        <StateBadge look={VERDICT_LOOK[verdict]}>{words.t(`verdicts.check.${verdict}`)}</StateBadge>
        {at !== null && (
          <time title={words.t('point.run.at', { time: formatDateTime(at) })}>{formatMoment(at, Date.now())}</time>
        )}
      </div>
      <p className={fresh ? classes.remedy : classes.says}>{fresh ? checkAbout(words, id) : says}</p>
      {remedy !== '' && !fresh && (
        <p className={classes.remedy}>
          <strong>{words.t('common.whatToDo')}:</strong> {remedy}
        </p>
      )}
      <Further title={words.t('point.run.also')} texts={further.also} />
      <Further title={words.t('point.run.drift')} texts={further.drift} />
    </div>
  );
}

function Further({ title, texts }: { readonly title: string; readonly texts: readonly string[] }) {
  if (texts.length === 0) return null;
  return (
    <p className={classes.says}>
      <strong>{title}</strong> {texts.join(' ')}
    </p>
  );
}

function Running({ id, activity }: CheckCardProps & { readonly activity: NonNullable<CheckCardProps['activity']> }) {
  const words = useWords();
  const { started, fraction, live } = activity;
  const percent = Math.round(fraction * 100);
  return (
    <div className={classes.body}>
      {started ? (
        <LiveView id={id} live={live} />
      ) : (
        <>
          {id === 'camera' && <div className={classes.noPicture}>{words.t('point.live.noPicture')}</div>}
          <p className={classes.busy}>{words.t('point.run.waiting')}</p>
        </>
      )}
      <Progress
        value={percent}
        size="md"
        animated={started}
        aria-label={words.t('point.run.progress', { name: checkName(words, id) })}
      />
    </div>
  );
}

type ActionProps = CheckCardProps & { readonly title: string };

function Run({ title, verdict, onRun }: ActionProps) {
  const { t } = useWords();
  const self = useId();
  const first = verdict === 'not-run';
  return (
    <Button
      id={self}
      variant="default"
      size="compact-md"
      leftSection={<Icon name={first ? 'play' : 'again'} size={16} />}
      aria-labelledby={`${self} ${title}`}
      onClick={onRun}
    >
      {t(first ? 'point.run.one' : 'point.run.again')}
    </Button>
  );
}

function Cancel({ title, onCancel }: ActionProps) {
  const { t } = useWords();
  const self = useId();
  return (
    <Button id={self} variant="default" size="compact-md" aria-labelledby={`${self} ${title}`} onClick={onCancel}>
      {t('common.actions.cancel')}
    </Button>
  );
}
