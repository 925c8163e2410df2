import { Button, Progress } from '@mantine/core';
import type { CheckId } from '../../../shared/checks/check-id.ts';
import type { PointMeeting } from '../../../shared/meeting/meeting.ts';
import { type Overdue, overdueOf } from '../../../shared/meeting/overdue.ts';
import type { MeetingRecord } from '../../../shared/meeting/readiness.ts';
import { checkName } from '../../../shared/strings/check-text.ts';
import { formatTime } from '../../../shared/strings/format.ts';
import { Icon } from '../../ui/icons.tsx';
import { type Look, READINESS_LOOK, VERDICT_LOOK } from '../../ui/tone.ts';
import { useNow } from '../../ui/use-now.ts';
import { useWords, type Words } from '../../ui/words.tsx';
import { usePoint } from '../context.tsx';
import { useCourse } from '../during/use-course.ts';
import { type Overview, overviewOf } from '../selectors.ts';
import { usePolicy } from '../use-current.ts';
import { FilingLine } from './filing-line.tsx';
import { Glance } from './glance.tsx';
import classes from './hero.module.css';

const BUSY: Look = { tone: 'busy', icon: 'again' };

/** The point as a whole in words, colour and icon, and the one button. */
export function OverallPanel(props: { readonly meeting: PointMeeting | null; readonly record: MeetingRecord }) {
  const { meeting, record } = props;
  const words = useWords();
  const overview = overviewOf(record, usePolicy());
  const isReady = overview.state === 'ready' || overview.state === 'ready-with-notes';
  const overdue = useOverdue(meeting, record);
  // Ready is said of the equipment: the point as a whole has not done its part while somebody is missing.
  const isLate = isReady && overdue.length > 0;
  const running = usePoint((state) => Object.keys(state.activity).length > 0);
  const run = usePoint((state) => state.runChecks);
  const cancel = usePoint((state) => state.cancelChecks);
  const lateLook = VERDICT_LOOK[overdue.some(({ verdict }) => verdict === 'fail') ? 'fail' : 'warn'];
  const look = running ? BUSY : isLate ? lateLook : READINESS_LOOK[overview.state];
  return (
    <section className={classes.overall} data-tone={look.tone} aria-labelledby="overall">
      <h2 id="overall" className={classes.srOnly}>
        {words.t('point.overall.label')}
      </h2>
      <span className={classes.disc}>
        <Icon name={look.icon} size={38} />
      </span>
      <div className={classes.words} role="status">
        {running ? (
          <RunProgress />
        ) : isLate ? (
          <LateWords overdue={overdue} overview={overview} words={words} />
        ) : (
          <OverallWords overview={overview} words={words} />
        )}
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
          variant={isReady ? 'default' : 'filled'}
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
      <p>{because(overview, words) ?? words.t('point.overall.allGood')}</p>
    </>
  );
}

function LateWords(props: {
  readonly overdue: readonly Overdue[];
  readonly overview: Overview;
  readonly words: Words;
}) {
  const { overdue, overview, words } = props;
  const { t } = words;
  const said = overdue.map(({ task, by }) => t(`point.overall.overdueTasks.${task}`, { time: formatTime(by) }));
  return (
    <>
      <p className={classes.state}>{t('point.overall.overdue')}</p>
      <p>{[...said, because(overview, words) ?? t('point.overall.restGood')].join(' ')}</p>
    </>
  );
}

/** What of this meeting is late; nothing is said of one that is not the one under way here. */
function useOverdue(meeting: PointMeeting | null, { leader }: MeetingRecord): readonly Overdue[] {
  const { timing } = usePolicy();
  const course = useCourse();
  const now = useNow();
  if (!meeting || course?.meeting.id !== meeting.id) return [];
  return overdueOf({ duty: course.attendance.duty !== null, leader: leader !== null }, meeting, timing, now);
}

/** Why the point stands as it does, the gravest first; null where nothing stands in the way. */
function because({ state, byVerdict, manualNo, requiredLeft }: Overview, words: Words): string | null {
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
  return said.length === 0 ? null : said.slice(0, 3).join(' ');
}
