import { describe, expect, it } from 'vitest';
import { CARD_FACTS } from '../../../renderer/checks/card-facts.ts';
import { factText } from '../../../renderer/checks/fact-text.ts';
import { cameraFixtures } from '../../../shared/checks/camera/fixtures.ts';
import { encoderFixtures } from '../../../shared/checks/encoder/fixtures.ts';
import { hostFixtures } from '../../../shared/checks/host/fixtures.ts';
import { microphoneFixtures } from '../../../shared/checks/microphone/fixtures.ts';
import { screenShareFixtures } from '../../../shared/checks/screen-share/fixtures.ts';
import { speakerFixtures } from '../../../shared/checks/speaker/fixtures.ts';
import { DEFAULT_POLICY } from '../../../shared/policy/default-policy.ts';
import { createTranslator } from '../../../shared/strings/translator.ts';
import { GOOD_LINE } from '../../shared/checks/link/fixtures.ts';

const FIXTURES = {
  camera: cameraFixtures,
  microphone: microphoneFixtures,
  speaker: speakerFixtures,
  'screen-share': screenShareFixtures,
  encoder: encoderFixtures,
  host: hostFixtures,
  link: { ok: GOOD_LINE },
} as const;
const IDS = Object.keys(FIXTURES) as (keyof typeof FIXTURES)[];
const [vi, en] = [createTranslator('vi'), createTranslator('en')];

function lines(id: keyof typeof FIXTURES, measurement: object, words = vi) {
  return CARD_FACTS[id]({ ...measurement }, DEFAULT_POLICY).map((fact) => factText(words, fact));
}

describe('the details of a card', () => {
  it.each(IDS)('say something of every measurement of %s, in both languages', (id) => {
    for (const measurement of Object.values(FIXTURES[id])) {
      for (const words of [vi, en]) {
        const texts = lines(id, measurement, words).flatMap(({ label, value, limits }) => [label, value, ...limits]);
        expect(texts.length).toBeGreaterThan(0);
        expect(texts.filter((text) => /cards\.|\{\{|NaN|undefined/.test(text) || text === '')).toEqual([]);
      }
    }
  });

  it.each(IDS)('say nothing of what this version cannot read of %s', (id) => {
    expect(lines(id, { opened: 'perhaps' })).toEqual([]);
  });

  it('give the value with its unit and the limits of the policy', () => {
    expect(lines('camera', cameraFixtures['low-fps'])).toContainEqual({
      label: 'Khung hình nhận được',
      value: '14,7 hình/giây',
      limits: ['Cảnh báo nếu dưới 24 hình/giây'],
    });
    expect(lines('microphone', microphoneFixtures.noisy, en)).toContainEqual({
      label: 'Background noise',
      value: '-38\u00a0dBFS',
      limits: ['Warning above -45\u00a0dBFS'],
    });
  });

  it('tell each channel of a microphone apart', () => {
    const facts = CARD_FACTS.microphone({ ...microphoneFixtures['channel-dead'] }, DEFAULT_POLICY);
    expect(new Set(facts.map((fact) => fact.channel))).toEqual(new Set([undefined, 1, 2]));
  });

  it('say why the microphone could not bear witness, and what the person answered', () => {
    const texts = lines('speaker', speakerFixtures['no-proof-person-heard']).map(({ label, value }) => [label, value]);
    expect(texts).toContainEqual(['Micro làm chứng', 'Chưa được phép dùng micro']);
    expect(texts).toContainEqual(['Người trong phòng nghe thấy', 'Có']);
    expect(lines('speaker', speakerFixtures['no-proof']).at(-1)?.value).toBe('Chưa trả lời');
  });

  it('do not show a limit that an older policy does not have', () => {
    const { checks } = DEFAULT_POLICY;
    const older = { ...DEFAULT_POLICY, checks: { ...checks, camera: { ...checks.camera, blurredBelowSharpness: 0 } } };
    const sharpness = CARD_FACTS.camera({ ...cameraFixtures.ok }, older).find(({ label }) => label === 'sharpness');
    expect(sharpness?.limits).toEqual([]);
  });
});
