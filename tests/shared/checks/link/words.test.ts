import { describe, expect, it } from 'vitest';
import type { CheckWords } from '../../../../shared/checks/check-words.ts';
import { linkFixtures } from '../../../../shared/checks/link/fixtures.ts';
import { LINK_PROBLEMS } from '../../../../shared/checks/link/problems.ts';
import { judgeLink } from '../../../../shared/checks/link/rule.ts';
import { linkWords } from '../../../../shared/checks/link/words.ts';
import { DEFAULT_POLICY } from '../../../../shared/policy/default-policy.ts';
import { checkText } from '../../../../shared/strings/check-text.ts';
import { createTranslator } from '../../../../shared/strings/translator.ts';

const judgements = Object.values(linkFixtures).map((one) => judgeLink(one, DEFAULT_POLICY.checks.link));
const vi = createTranslator('vi');

function findingOf(reason: keyof typeof linkFixtures) {
  const found = judgeLink(linkFixtures[reason], DEFAULT_POLICY.checks.link).findings.find(
    (one) => one.reason === reason,
  );
  return checkText(vi, 'link', reason, found?.values ?? {});
}

describe('the words of the link check', () => {
  it('are reached for every reason by the fixtures', () => {
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

  it('say in both languages what to do on a cable and on Wi-Fi, or in neither', () => {
    const media = ({ problems }: CheckWords<string>) =>
      Object.entries(problems).map(([reason, { doOn = {} }]) => [reason, Object.keys(doOn).sort()]);
    expect(media(linkWords.en)).toEqual(media(linkWords.vi));
  });

  it('tell a technician on Wi-Fi what to do about packets lost on the way up', () => {
    const { says, remedy } = findingOf('loss-up-high');
    expect(says).toContain('Mất gói 4,2\u00a0% chiều lên');
    expect(remedy).toContain('cắm dây thay Wi-Fi, tắt đồng bộ đám mây');
  });

  it('do not send a technician on a cable to look for Wi-Fi', () => {
    const { remedy } = findingOf('loss-down-high');
    expect(remedy).not.toContain('Wi-Fi');
    expect(remedy).toContain('đổi cáp mạng');
  });

  it('tell both where it is not known how the machine is connected', () => {
    const { remedy } = checkText(vi, 'link', 'upload-low', { uploadMbps: 1, neededMbps: 4 });
    expect(remedy).toContain('nếu đang dùng Wi-Fi');
  });
});
