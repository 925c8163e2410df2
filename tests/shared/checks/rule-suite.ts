import { describe, expect, test } from 'vitest';
import { CHECK_WORDS } from '../../../shared/checks/all-words.ts';
import type { CheckDefinition } from '../../../shared/checks/define-check.ts';
import { type Judgement, VERDICTS, type Verdict } from '../../../shared/checks/verdict.ts';

/** From best to worst, as a rule must never confuse them. */
const ORDER: readonly Verdict[] = ['pass', 'warn', 'unmeasured', 'fail'];

export function badness(judgement: Judgement): number {
  return ORDER.indexOf(judgement.verdict);
}

/** What holds for every check: a fixture, a verdict and words for each reason, and no pass on missing data. */
export function describeCheck<Limits>(
  check: CheckDefinition<Limits>,
  fixtures: Readonly<Record<string, Readonly<Record<string, unknown>>>>,
  limits: Limits,
): void {
  const judge = (measurement: Record<string, unknown>) => check.judge({ kind: 'measured', measurement }, limits);

  describe(`${check.id}: every reason`, () => {
    test('has a fixture', () => {
      expect(Object.keys(fixtures).sort()).toEqual(['ok', ...Object.keys(CHECK_WORDS[check.id].vi.problems)].sort());
    });

    test.each(Object.keys(fixtures))('%s is what its fixture is judged as', (reason) => {
      const judgement = judge({ ...fixtures[reason] });
      expect(judgement.reason).toBe(reason);
      expect(judgement.verdict === 'pass').toBe(reason === 'ok');
      expect(VERDICTS).toContain(judgement.verdict);
    });

    test.each(Object.keys(fixtures))('%s brings every value its words mention', (reason) => {
      const { values } = judge({ ...fixtures[reason] });
      for (const { ok, problems } of [CHECK_WORDS[check.id].vi, CHECK_WORDS[check.id].en]) {
        const problem = problems[reason];
        const text = reason === 'ok' ? ok : `${problem?.says} ${problem?.do}`;
        const mentioned = [...text.matchAll(/\{\{(\w+)/g)].map((match) => match[1]);
        expect(Object.keys(values)).toEqual(expect.arrayContaining(mentioned));
      }
    });
  });

  test(`${check.id}: a measurement with any part missing never passes`, () => {
    const whole = { ...fixtures.ok };
    for (const key of Object.keys(whole)) {
      const { [key]: _missing, ...rest } = whole;
      expect(judge(rest), key).toMatchObject({ verdict: 'unmeasured', reason: 'probe-error' });
    }
    expect(judge({}).verdict).toBe('unmeasured');
    expect(check.judge({ kind: 'failed', failure: 'timed-out', detail: '' }, limits).verdict).toBe('unmeasured');
  });
}
