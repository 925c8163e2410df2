import { describe, expect, it } from 'vitest';
import type { LinkMeasurement, LinkReached } from '../../../../shared/checks/link/measurement.ts';
import { LINK_PROBLEMS } from '../../../../shared/checks/link/problems.ts';
import { judgeLink } from '../../../../shared/checks/link/rule.ts';
import { DEFAULT_POLICY } from '../../../../shared/policy/default-policy.ts';
import { checkText } from '../../../../shared/strings/check-text.ts';
import { createTranslator } from '../../../../shared/strings/translator.ts';
import { GOOD_LINE, notReached } from './fixtures.ts';

const poor = { mbps: 1.24, limitedBy: 'line', bytes: 200_000, durationMs: 1500 } as const;
const bad: LinkReached = {
  ...GOOD_LINE,
  udp: { sent: 200, received: 190, lossPct: 5, lossUpPct: 4.2, lossDownPct: 0.8, lossLowPct: 3, lossHighPct: 9 },
  rttMsP50: 400,
  jitterMs: 60,
  upload: poor,
  download: poor,
  clock: { offsetMs: 200_000, errorMs: 5 },
  interruptedDuring: 'upload',
  adapter: { name: 'wlan0', type: 'wireless', speedMbps: null },
};
const CASES: readonly LinkMeasurement[] = [
  GOOD_LINE,
  bad,
  { ...bad, udp: null, upload: null, download: null },
  notReached('adapter', 'x'),
  notReached('name', 'ENOTFOUND'),
  notReached('tcp', 'ECONNREFUSED'),
  notReached('tls', 'hub-wrong-certificate'),
  notReached('hub', 'hub-busy'),
  notReached('hub', 'auth-forbidden'),
  notReached('hub', 'enrolment-missing'),
  notReached('responder', 'silent'),
];
const judgements = CASES.map((measurement) => judgeLink(measurement, DEFAULT_POLICY.checks.link));

describe('the words of the link check', () => {
  it('are reached for every reason by these cases', () => {
    const reasons = new Set(judgements.flatMap(({ findings }) => findings.map(({ reason }) => reason)));
    expect([...reasons].sort()).toEqual([...LINK_PROBLEMS].sort());
  });

  it.each(['vi', 'en'] as const)('name every value and say what to do (%s)', (locale) => {
    const translator = createTranslator(locale);
    for (const judgement of judgements) {
      for (const { reason, values } of [judgement, ...judgement.findings]) {
        const { says, remedy } = checkText(translator, 'link', reason, values);
        expect(`${says}${remedy}`).not.toMatch(/\{\{|\}\}|undefined|NaN| {2}/);
        expect(says.length).toBeGreaterThan(10);
        if (reason !== 'ok') expect(remedy.length).toBeGreaterThan(20);
      }
    }
  });

  it('write numbers as the language does', () => {
    const loss = judgements[1]?.findings.find(({ reason }) => reason === 'loss-high');
    const text = checkText(createTranslator('vi'), 'link', 'loss-high', loss?.values ?? {});
    expect(text.says).toContain('chiều lên 4,2\u00a0%');
    expect(text.remedy).toContain('cắm dây thay Wi-Fi');
  });
});
