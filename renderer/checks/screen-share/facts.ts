import type { ScreenShareLimits } from '../../../shared/checks/screen-share/limits.ts';
import { screenShareMeasurement } from '../../../shared/checks/screen-share/measurement.ts';
import { factsBy, named, number, said } from '../fact.ts';

/** What was measured of the captured screen. */
export const screenShareFacts = factsBy(screenShareMeasurement, (measured, limits: ScreenShareLimits) => {
  if (!measured.started) return [named('error', measured.detail)];
  const { label, width, height, strokeContrast } = measured;
  return [
    named('device', label),
    { label: 'resolution', value: { text: `${width}×${height}` } },
    number('fps', measured.fps, 'fps', { warnBelow: limits.warnBelowFps }),
    number('frames', measured.frameCount, 'count'),
    number('watched', measured.measuredMs / 1000, 'seconds'),
    number('brightest', measured.lumaMax, 'luma', { failBelow: limits.blackUpToLumaMax }),
    said('pattern', measured.patternFound ? 'yes' : 'no'),
    number('strokes', strokeContrast == null ? null : strokeContrast * 100, 'percent', {
      warnBelow: limits.warnBelowStrokeContrast * 100,
    }),
  ];
});
