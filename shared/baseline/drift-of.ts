import type { z } from 'zod';
import { cameraMeasurement } from '../checks/camera/measurement.ts';
import type { CheckId } from '../checks/check-id.ts';
import { encoderMeasurement } from '../checks/encoder/measurement.ts';
import { hostMeasurement } from '../checks/host/measurement.ts';
import { type LinkReached, linkMeasurement } from '../checks/link/measurement.ts';
import { type MicrophoneMeasurement, microphoneMeasurement } from '../checks/microphone/measurement.ts';
import { screenShareMeasurement } from '../checks/screen-share/measurement.ts';
import { speakerMeasurement } from '../checks/speaker/measurement.ts';
import type { Baseline } from './baseline.ts';
import { dropped, type Notes, otherDevice, shifted, smaller } from './compare.ts';
import type { Drift, DriftKey } from './drift.ts';
import type { DriftLimits } from './limits.ts';

type Measurement = Readonly<Record<string, unknown>>;
type Compare = (before: Measurement, after: Measurement, limits: DriftLimits) => Notes;

/** Only two measurements that this version can read are compared. */
function comparing<Schema extends z.ZodType>(
  schema: Schema,
  compare: (before: z.infer<Schema>, after: z.infer<Schema>, limits: DriftLimits) => Notes,
): Compare {
  return (before, after, limits) => {
    const [was, is] = [schema.safeParse(before), schema.safeParse(after)];
    return was.success && is.success ? compare(was.data, is.data, limits) : [];
  };
}

const COMPARISONS: Readonly<Record<CheckId, Compare>> = {
  camera: comparing(cameraMeasurement, (was, is, { fpsBelowShare }) => {
    if (!was.opened || !is.opened) return [];
    const device = otherDevice('camera-device', was.label, is.label);
    // A camera that was cut off is a fault of its own: how little came until then compares with nothing.
    if (is.stopped || is.frameCount === 0) return [device];
    return [device, smaller('camera-resolution', was, is), dropped('camera-fps', was.fps, is.fps, fpsBelowShare)];
  }),
  microphone: comparing(microphoneMeasurement, (was, is, { speechByDb }) => {
    if (!was.opened || !is.opened) return [];
    const device = otherDevice('microphone-device', was.label, is.label);
    // Another microphone has another level: that goes without saying.
    return [device ?? shifted('microphone-speech', loudest(was), loudest(is), speechByDb)];
  }),
  speaker: comparing(speakerMeasurement, (was, is) =>
    was.played && is.played ? [otherDevice('speaker-device', was.label, is.label)] : [],
  ),
  link: comparing(linkMeasurement, (was, is, { rateBelowShare }) => {
    if (!was.reached || !is.reached) return [];
    return [
      otherDevice('link-adapter', was.adapter?.name ?? '', is.adapter?.name ?? ''),
      dropped('link-upload', was.upload?.mbps, rateOf(is.upload), rateBelowShare),
      dropped('link-download', was.download?.mbps, rateOf(is.download), rateBelowShare),
    ];
  }),
  'screen-share': comparing(screenShareMeasurement, (was, is) =>
    was.started && is.started && is.frameCount > 0 ? [smaller('screen-resolution', was, is)] : [],
  ),
  encoder: comparing(encoderMeasurement, (was, is, { fpsBelowShare }) => {
    if (!was.ran || !is.ran || was.width !== is.width || was.height !== is.height) return [];
    return [dropped('encoder-fps', was.encodedFps, is.encodedFps, fpsBelowShare)];
  }),
  host: comparing(hostMeasurement, (was, is, { memoryBelowShare }) => [
    dropped('host-memory', was.memoryTotalGiB, is.memoryTotalGiB, memoryBelowShare),
  ]),
};

/** What is not as it was, by the limits of the policy in force. Nothing without an earlier measurement. Never changes a verdict. */
export function driftOf(
  id: CheckId,
  before: Pick<Baseline, 'measurement'> | null,
  after: Measurement | null,
  limits: DriftLimits,
): readonly Drift<DriftKey>[] {
  if (before === null || after === null) return [];
  return COMPARISONS[id](before.measurement, after, limits).filter((note) => note !== null);
}

/** The channel with the strongest voice, dBFS. */
function loudest({ channels }: Extract<MicrophoneMeasurement, { opened: true }>): number | null {
  const levels = channels.map(({ speechDbfs }) => speechDbfs).filter((level) => level !== null);
  return levels.length === 0 ? null : Math.max(...levels);
}

/** What was cut off by our own cap may well be as fast as before. */
function rateOf(throughput: LinkReached['upload']): number | null {
  return throughput?.limitedBy === 'line' ? throughput.mbps : null;
}
