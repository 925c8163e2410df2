import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addToBaselines, type Baselines } from '../../../shared/baseline/baseline.ts';
import { DRIFT_KEYS, drifts } from '../../../shared/baseline/drift.ts';
import { driftOf } from '../../../shared/baseline/drift-of.ts';
import { driftLimits } from '../../../shared/baseline/limits.ts';
import { cameraFixtures } from '../../../shared/checks/camera/fixtures.ts';
import { CHECK_IDS, type CheckId } from '../../../shared/checks/check-id.ts';
import { encoderFixtures } from '../../../shared/checks/encoder/fixtures.ts';
import { microphoneFixtures } from '../../../shared/checks/microphone/fixtures.ts';
import { screenShareFixtures } from '../../../shared/checks/screen-share/fixtures.ts';
import { speakerFixtures } from '../../../shared/checks/speaker/fixtures.ts';
import type { Verdict } from '../../../shared/checks/verdict.ts';
import { DEFAULT_POLICY } from '../../../shared/policy/default-policy.ts';
import { furtherTexts } from '../../../shared/strings/check-text.ts';
import { createTranslator } from '../../../shared/strings/translator.ts';
import { checkRunEvent, passed } from '../../support/device.ts';
import { GOOD_LINE } from '../checks/link/fixtures.ts';

type Measurement = Readonly<Record<string, unknown>>;
const LIMITS = DEFAULT_POLICY.drift;

const drift = (id: CheckId, before: Measurement | null, after: Measurement | null) =>
  driftOf(id, before && { measurement: before }, after, LIMITS);
const keys = (id: CheckId, before: Measurement, after: Measurement) => drift(id, before, after).map(({ key }) => key);

const camera: Measurement = { ...cameraFixtures.ok };
const goodHost: Measurement = {
  cpuLoadPct: 12,
  memoryTotalGiB: 8,
  memoryAvailableGiB: 4,
  diskFreeGiB: 90,
  power: null,
  os: null,
  uptimeHours: 3,
  durationMs: 1200,
};
const microphone: Measurement = { ...microphoneFixtures.ok };

/** Any measurement there is a fixture of, with its check. */
const measurement = fc.constantFrom(
  ...Object.values(cameraFixtures).map((one) => ['camera', one] as const),
  ...Object.values(microphoneFixtures).map((one) => ['microphone', one] as const),
  ...Object.values(speakerFixtures).map((one) => ['speaker', one] as const),
  ...Object.values(screenShareFixtures).map((one) => ['screen-share', one] as const),
  ...Object.values(encoderFixtures).map((one) => ['encoder', one] as const),
  ['link', GOOD_LINE] as const,
  ['host', goodHost] as const,
);

describe('drift', () => {
  it('is none against itself, none without an earlier measurement, none without one now', () => {
    fc.assert(
      fc.property(measurement, ([id, one]) => {
        expect(drift(id, one, one)).toEqual([]);
        expect(drift(id, null, one)).toEqual([]);
        expect(drift(id, one, null)).toEqual([]);
      }),
    );
  });

  it('is none where any part of either measurement is missing', () => {
    const worse = { ...camera, label: 'Another camera', width: 320, height: 240, fps: 5 };
    for (const key of ['label', 'width', 'height', 'fps', 'frameCount']) {
      const { [key]: _, ...partly } = camera;
      expect(drift('camera', partly, worse), key).toEqual([]);
      expect(drift('camera', worse, partly), key).toEqual([]);
    }
  });

  it('of a device is the same both ways; of what it gives, only for the worse', () => {
    fc.assert(
      fc.property(measurement, measurement, ([id, one], [otherId, other]) => {
        fc.pre(id === otherId);
        const there = drift(id, one, other);
        const back = drift(id, other, one);
        for (const { key, before, after } of there) {
          const again = back.find((note) => note.key === key);
          if (key.endsWith('-device')) expect(again).toEqual({ key, before: after, after: before });
          else if (again) expect([again.before, again.after]).toEqual([after, before]);
        }
        expect(drifts.parse(there)).toEqual(there);
      }),
      { numRuns: 1000 },
    );
  });

  it('says what a camera gave and gives', () => {
    expect(drift('camera', { ...camera, width: 1920, height: 1080 }, { ...camera, width: 640, height: 480 })).toEqual([
      { key: 'camera-resolution', before: '1920×1080', after: '640×480' },
    ]);
    expect(keys('camera', { ...camera, width: 640, height: 480 }, camera)).toEqual([]);
    expect(keys('camera', { ...camera, fps: 30 }, { ...camera, fps: 15 })).toEqual(['camera-fps']);
    expect(keys('camera', { ...camera, fps: 30 }, { ...camera, fps: 25 })).toEqual([]);
  });

  it('knows a device by its name, whether it is the system’s default or chosen', () => {
    const named = (label: string) => ({ ...microphone, label });
    expect(keys('microphone', named('Jabra 510'), named('Webcam Mic'))).toEqual(['microphone-device']);
    expect(keys('microphone', named('Default - Jabra 510'), named('Jabra 510'))).toEqual([]);
    expect(keys('microphone', named('Default'), named('Jabra 510'))).toEqual([]);
    expect(keys('microphone', named(''), named('Jabra 510'))).toEqual([]);
  });

  it('does not take our own cap for a slower line', () => {
    const at = (mbps: number, limitedBy: 'line' | 'cap') => {
      const throughput = { mbps, limitedBy, bytes: 1, durationMs: 1 };
      return { ...GOOD_LINE, upload: throughput, download: throughput };
    };
    expect(keys('link', at(90, 'line'), at(20, 'line'))).toEqual(['link-upload', 'link-download']);
    expect(keys('link', at(90, 'line'), at(20, 'cap'))).toEqual([]);
    expect(keys('link', at(90, 'line'), at(60, 'line'))).toEqual([]);
  });

  it.each(['vi', 'en'] as const)('has words for each, with both values (%s)', (locale) => {
    const translator = createTranslator(locale);
    for (const key of DRIFT_KEYS) {
      const [text = ''] = furtherTexts(translator, 'camera', { drift: [{ key, before: 7, after: 3 }] }).drift;
      expect(text, key).toMatch(/7.*3/);
    }
    const other = { key: 'of-another-version', before: 1, after: 2 };
    expect(furtherTexts(translator, 'camera', { drift: [other] }).drift).toEqual([]);
  });

  it('notices memory that is gone', () => {
    expect(keys('host', goodHost, { ...goodHost, memoryTotalGiB: 4 })).toEqual(['host-memory']);
    expect(keys('host', goodHost, { ...goodHost, memoryTotalGiB: null })).toEqual([]);
  });

  it('has limits where an older policy names none: those of the default policy', () => {
    expect(driftLimits.parse(undefined)).toEqual(LIMITS);
  });
});

describe('what a measurement is compared with', () => {
  const known = (...verdicts: readonly (readonly [Verdict, number])[]) =>
    verdicts.reduce<Baselines>((sum, [verdict, width], at) => {
      const result = { ...passed('camera'), verdict, measurement: { width } };
      return addToBaselines(sum, checkRunEvent(at % 2 === 0 ? null : 'm1', [result]), at);
    }, {});

  it('is the last that passed, of whatever meeting; before any did, the last that was measured', () => {
    expect(known()).toEqual({});
    expect(known(['warn', 1], ['warn', 2]).camera).toEqual({ measurement: { width: 2 }, passed: false, at: 1 });
    expect(known(['warn', 1], ['pass', 2], ['warn', 3]).camera).toEqual({
      measurement: { width: 2 },
      passed: true,
      at: 1,
    });
    expect(known(['pass', 1], ['pass', 2]).camera?.measurement).toEqual({ width: 2 });
  });

  it('is never a faulty or a missing measurement', () => {
    expect(known(['fail', 1], ['unmeasured', 2], ['not-run', 3])).toEqual({});
    for (const id of CHECK_IDS) expect(addToBaselines({}, checkRunEvent('m1', [passed(id)]), 0)).toEqual({});
  });
});
