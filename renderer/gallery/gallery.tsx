import { DRIFT_KEYS, type Drift } from '../../shared/baseline/drift.ts';
import { CHECK_IDS, type CheckId } from '../../shared/checks/check-id.ts';
import { PROBE_FAILURES } from '../../shared/checks/probe-outcome.ts';
import { CHECKS } from '../../shared/checks/registry.ts';
import { type Finding, type ReasonValues, VERDICTS, type Verdict } from '../../shared/checks/verdict.ts';
import { checkName } from '../../shared/strings/check-text.ts';
import { CheckCard, type CheckCardProps } from '../checks/check-card.tsx';
import { LanguageSwitch } from '../ui/language-switch.tsx';
import { useWords } from '../ui/words.tsx';
import classes from './gallery.module.css';

type Shown = Pick<CheckCardProps, 'verdict' | 'reason' | 'activity' | 'findings' | 'drift'>;

const ACTIVITIES: readonly NonNullable<CheckCardProps['activity']>[] = [
  { started: false, fraction: 0, live: {} },
  { started: true, fraction: 0.4, live: { level: { kind: 'level', dbfs: -32, peakDbfs: -12 } } },
  { started: true, fraction: 0.7, live: { note: { kind: 'note', key: 'point.probeNotes.say-something' } } },
];

/** Every reason of every check, each verdict at least once, and what a card looks like while it measures. */
export function Gallery() {
  const words = useWords();
  return (
    <main className={classes.page}>
      <h1>{words.t('common.appName')}</h1>
      <LanguageSwitch />
      {CHECK_IDS.map((id) => (
        <section key={id} aria-label={checkName(words, id)}>
          <h2>{checkName(words, id)}</h2>
          <div className={classes.cards}>
            {shownOf(id).map((shown, index) => (
              <div key={`${shown.verdict}-${shown.reason}-${String(index)}`} className={classes.cell}>
                <CheckCard id={id} values={VALUES} at={0} onRun={() => {}} onCancel={() => {}} {...shown} />
              </div>
            ))}
          </div>
        </section>
      ))}
    </main>
  );
}

/** Verdicts go round over the reasons: here it is the look that counts, not whether a rule would say so. */
function shownOf(id: CheckId): readonly Shown[] {
  const reasons = [...Object.keys(CHECKS[id].words.vi.problems), ...PROBE_FAILURES];
  const bad: readonly Verdict[] = VERDICTS.filter((verdict) => verdict !== 'pass' && verdict !== 'not-run');
  return [
    { verdict: 'pass', reason: 'ok', activity: null, drift: driftsOf(id) },
    { verdict: 'not-run', reason: 'not-run', activity: null },
    ...reasons.map((reason, index) => ({ verdict: bad[index % bad.length] ?? 'fail', reason, activity: null })),
    { verdict: 'fail', reason: reasons[0] ?? 'ok', activity: null, findings: findingsOf(reasons.slice(0, 3)) },
    ...ACTIVITIES.map((activity): Shown => ({ verdict: 'not-run', reason: 'not-run', activity })),
  ];
}

/** Every change there may be a note about. */
function driftsOf(id: CheckId): readonly Drift[] {
  const keys = DRIFT_KEYS.filter((key) => key.startsWith(id.split('-')[0] ?? id));
  return keys.map((key) => {
    const named = key.endsWith('-device') || key.endsWith('-adapter');
    return named ? { key, before: 'HD Webcam', after: 'Jabra Speak 510 USB' } : { key, before: 29.9, after: 12.5 };
  });
}

function findingsOf(reasons: readonly string[]): readonly Finding[] {
  return reasons.map((reason) => ({ verdict: 'warn', reason, values: VALUES }));
}

/** Something for every value that words mention: a long name where it is a name, else a number. */
const NAMES: Readonly<Record<string, string>> = {
  label: 'Jabra Speak 510 USB (0b0e:0420)',
  detail: 'NotReadableError',
  host: 'diemcau.gialai.gov.vn',
  adapter: 'Intel(R) Wi-Fi 6 AX201 160MHz',
  cause: 'CERT_HAS_EXPIRED',
  uploadBound: '≥ ',
  downloadBound: '≥ ',
};
const VALUES: ReasonValues = Object.fromEntries(
  [...JSON.stringify(Object.values(CHECKS).map((check) => check.words)).matchAll(/\{\{(\w+)/g)].map(([, name = '']) => [
    name,
    NAMES[name] ?? 1280.5,
  ]),
);
