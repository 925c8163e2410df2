import { Button } from '@mantine/core';
import { assertNever } from '../../../shared/assert-never.ts';
import { errorText } from '../../../shared/strings/check-text.ts';
import { formatMoment } from '../../../shared/strings/format.ts';
import type { Translator } from '../../../shared/strings/translator.ts';
import type { UpdateState } from '../../../shared/updates/state.ts';
import type { Waiting } from '../../../shared/updates/when.ts';
import { ErrorAdvice } from '../../ui/advice.tsx';
import { Icon } from '../../ui/icons.tsx';
import { useWords } from '../../ui/words.tsx';
import { usePoint } from '../context.tsx';
import classes from '../reminders/reminders.module.css';
import { usePolicy } from '../use-current.ts';

/**
 * What happens to the software of this machine, and the choice the technician has. Nothing where nothing does, and nothing near a
 * meeting: then nothing will.
 */
export function UpdateBanner() {
  const { t } = useWords();
  const update = usePoint((state) => state.update);
  const error = usePoint((state) => state.updateError);
  if (update.kind === 'none' || update.kind === 'waiting') return null;
  if (update.kind === 'ready' && (update.waiting?.why === 'meeting' || update.waiting?.why === 'check')) return null;
  return (
    <section className={classes.banner} aria-label={t('updates.label')} data-update={update.kind}>
      <Line update={update} />
      {error && <ErrorAdvice error={error} />}
    </section>
  );
}

type Shown = Exclude<UpdateState, { kind: 'none' | 'waiting' }>;

function Line({ update }: { readonly update: Shown }) {
  const words = useWords();
  const { what, more } = wordsOf(words, update);
  return (
    <div className={classes.line}>
      <Icon name={update.kind === 'failed' ? 'warn' : 'download'} size={22} />
      <p className={classes.words}>
        {/* Hundredths of a download are not read out one by one. */}
        <strong role={update.kind === 'fetching' ? undefined : 'status'}>{what}</strong>
        {more && <span>{more}</span>}
      </p>
      {update.kind === 'ready' && <Choices update={update} />}
    </div>
  );
}

function Choices({ update }: { readonly update: Extract<UpdateState, { kind: 'ready' }> }) {
  const { t } = useWords();
  const { postponeHours: hours } = usePolicy().updates;
  const install = usePoint((state) => state.installUpdate);
  const postpone = usePoint((state) => state.postponeUpdate);
  const means = t('updates.laterMeans', { hours });
  return (
    <div className={classes.actions}>
      {update.waiting?.why !== 'schedule' && <Button onClick={() => void install()}>{t('updates.install')}</Button>}
      {update.mayPostpone && (
        <Button variant="default" title={means} aria-description={means} onClick={() => void postpone()}>
          {t('updates.later', { hours })}
        </Button>
      )}
    </div>
  );
}

function wordsOf(words: Translator, update: Shown): { readonly what: string; readonly more: string } {
  const { t, locale } = words;
  const { version } = update;
  switch (update.kind) {
    case 'fetching':
      return {
        what: t('updates.fetching', { version: update.version, percent: Math.round(update.fraction * 100) }),
        more: '',
      };
    case 'ready':
      return {
        what: t('updates.ready', { version: update.version }),
        more: [update.notes?.[locale], update.waiting && whyOf(words, update.waiting)].filter(Boolean).join(' '),
      };
    case 'installing':
      return { what: t('updates.installing', { version: update.version }), more: '' };
    case 'installed':
      return { what: t('updates.installed', { version: update.version, time: momentOf(update.at) }), more: '' };
    case 'failed':
      return {
        what: version === null ? t('updates.failed') : t('updates.failedTo', { version }),
        more: failureOf(words, update),
      };
    default:
      return assertNever(update);
  }
}

function failureOf(words: Translator, { error, nextTryAt }: Extract<UpdateState, { kind: 'failed' }>): string {
  const { says, remedy } = errorText(words, error);
  const again = nextTryAt === null ? '' : words.t('updates.nextTry', { time: momentOf(nextTryAt) });
  return [says, remedy, again].filter(Boolean).join(' ');
}

function whyOf({ t }: Translator, { why, until }: Waiting): string {
  return t(`updates.whys.${why}`, { until: until === null ? '' : momentOf(until) });
}

function momentOf(at: number): string {
  return formatMoment(at, Date.now());
}
