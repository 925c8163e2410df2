import type { EncoderLimits } from '../../../shared/checks/encoder/limits.ts';
import { encoderMeasurement } from '../../../shared/checks/encoder/measurement.ts';
import { factsBy, named, number, said } from '../fact.ts';

/** What was measured of the encoder, and of the machine meanwhile. */
export const encoderFacts = factsBy(encoderMeasurement, (measured, limits: EncoderLimits) => {
  if (!measured.ran) return [named('error', measured.detail)];
  return [
    said('source', measured.source),
    named('codec', measured.codec),
    { label: 'resolution', value: { text: `${measured.width}×${measured.height}` } },
    number('encodedFps', measured.encodedFps, 'fps', {
      warnBelow: measured.targetFps * limits.warnBelowShare,
      failBelow: measured.targetFps * limits.failBelowShare,
    }),
    number('fps', measured.offeredFps, 'fps'),
    number('bitrate', measured.bitrateMbps, 'mbps'),
    number('encodeTime', measured.encodeMsP50, 'ms'),
    number('encodeTimeMost', measured.encodeMsP95, 'ms'),
    number('queue', measured.queueMax, 'count'),
    number('dropped', measured.droppedFrames, 'count'),
    number('cpu', measured.cpuLoadPct, 'percent', { warnAbove: limits.saturatedFromCpuPct }),
  ];
});
