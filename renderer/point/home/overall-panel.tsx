import { Button, Progress } from '@mantine/core';
import type { CheckId } from '../../../shared/checks/check-id.ts';
import type { MeetingRecord } from '../../../shared/meeting/readiness.ts';
import { checkName } from '../../../shared/strings/check-text.ts';
import { Icon } from '../../ui/icons.tsx';
import { READINESS_LOOK } from '../../ui/tone.ts';
import { useWords, type Words } from '../../ui/words.tsx';
import { usePoint } from '../context.tsx';
import { type Overview, overviewOf } from '../selectors.ts';
import { usePolicy } from '../use-current.ts';
import { FilingLine } from './filing-line.tsx';
import { Glance } from './glance.tsx';
import classes from './hero.module.css';

/** The point as a whole in words, colour and icon, and the one button. */
export function OverallPanel({ record }: { readonly record: MeetingRecord }) {
  const words = useWords();
  const overview = overviewOf(record, usePolicy());
  const running = usePoint((state) => Object.keys(state.activity).length > 0);
  const run = usePoint((state) => state.runChecks);
  const cancel = usePoint((state) => state.cancelChecks);
  const look = running ? ({ tone: 'busy', icon: 'again' } as const) : READINESS_LOOK[overview.state];
  return (
    <section className={classes.overall} data-tone={look.tone} aria-labelledby="overall">
      <h2 id="overall" className={classes.srOnly}>
        {words.t('point.overall.label')}
      </h2>
      <span className={classes.disc}>
        <Icon name={look.icon} size={38} />
      </span>
      <div className={classes.words} role="status">
        {running ? <RunProgress /> : <OverallWords overview={overview} words={words} />}
        <FilingLine />
      </div>
      {running ? (
        <Button size="xl" className={classes.go} variant="default" onClick={() => cancel()}>
          {words.t('point.run.cancelAll')}
        </Button>
      ) : (
        <Button
          size="xl"
          className={classes.go}
          variant={overview.state === 'ready' || overview.state === 'ready-with-notes' ? 'default' : 'filled'}
          leftSection={<Icon name="play" size={26} />}
          onClick={() => void run()}
        >
          {words.t('point.run.all')}
        </Button>
      )}
      <Glance record={record} />
    </section>
  );
}

function RunProgress() {
  const { t } = useWords();
  const batch = usePoint((state) => state.batch);
  const activity = usePoint((state) => state.activity);
  const done = batch.filter((id) => !activity[id]).length;
  const part = Object.values(activity).reduce((sum, one) => sum + one.fraction, done);
  const label = t('point.overall.running', { done, total: batch.length });
  return (
    <>
      <p className={classes.state}>{label}</p>
      <Progress
        value={(part / Math.max(1, batch.length)) * 100}
        size="lg"
        mt={8}
        aria-label={label}
        bg="var(--paper)"
      />
    </>
  );
}

function OverallWords(props: { readonly overview: Overview; readonly words: Words }) {
  const { overview, words } = props;
  const { state } = overview;
  const own = state === 'no-data' || state === 'incomplete';
  return (
    <>
      <p className={classes.state}>{words.t(own ? `point.overall.${state}` : `verdicts.readiness.${state}`)}</p>
      <p>{because(overview, words)}</p>
    </>
  );
}

/** Why the point stands as it does, the gravest first. */
function because({ state, byVerdict, manualNo, requiredLeft }: Overview, words: Words): string {
  const { t } = words;
  if (state === 'no-data') return t('point.overall.start');
  const names = (ids: readonly CheckId[]) => ids.map((id) => checkName(words, id)).join(', ');
  const notRun = byVerdict['not-run'];
  const said = [
    byVerdict.fail.length > 0 && t('point.overall.failing', { names: names(byVerdict.fail) }),
    byVerdict.unmeasured.length > 0 && t('point.overall.unmeasured', { names: names(byVerdict.unmeasured) }),
    notRun.length > 0 && t('point.overall.notRun', { names: names(notRun) }),
    manualNo > 0 && t('point.overall.manualNo', { count: manualNo }),
    requiredLeft > 0 && t('point.overall.manualLeft', { count: requiredLeft }),
    byVerdict.warn.length > 0 && t('point.overall.warning', { names: names(byVerdict.warn) }),
  ].filter((line) => line !== false);
  return said.length === 0 ? t('point.overall.allGood') : said.slice(0, 3).join(' ');
}
