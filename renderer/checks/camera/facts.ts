import type { CameraLimits } from '../../../shared/checks/camera/limits.ts';
import { cameraMeasurement, type Picture, type WatchedCamera } from '../../../shared/checks/camera/measurement.ts';
import { type Fact, factsBy, named, number, said } from '../fact.ts';

/** What was measured of a camera, in the order a person asks for it. */
export const cameraFacts = factsBy(cameraMeasurement, (measured, limits: CameraLimits) =>
  measured.opened
    ? [...deliveryFacts(measured, limits), ...(measured.picture ? pictureFacts(measured.picture, limits) : [])]
    : [named('error', measured.detail)],
);

function deliveryFacts(measured: WatchedCamera, limits: CameraLimits): (Fact | null)[] {
  const wanted = `${limits.warnBelowWidth}×${limits.warnBelowHeight}`;
  return [
    named('device', measured.label),
    measured.isVirtual ? said('kind', 'virtual') : null,
    {
      label: 'resolution',
      value: { text: `${measured.width}×${measured.height}` },
      limits: [{ kind: 'warnBelow', value: { text: wanted } }],
    },
    number('fps', measured.fps, 'fps', { warnBelow: limits.warnBelowFps }),
    number('fpsWorstSecond', measured.fpsWorstSecond, 'fps', { warnBelow: limits.warnBelowFpsWorstSecond }),
    measured.nominalFps > 0 ? number('nominalFps', measured.nominalFps, 'fps') : null,
    number('frames', measured.frameCount, 'count'),
    number('watched', measured.measuredMs / 1000, 'seconds'),
    number('still', measured.longestStillMs / 1000, 'seconds', { failFrom: limits.frozenAfterMs / 1000 }),
  ];
}

function pictureFacts({ lumaP5, lumaP50, lumaP95, detail }: Picture, limits: CameraLimits): (Fact | null)[] {
  return [
    number('middle', lumaP50, 'luma', { warnBelow: limits.darkBelowLumaP50, warnAbove: limits.brightAboveLumaP50 }),
    number('darkest', lumaP5, 'luma'),
    number('brightest', lumaP95, 'luma', { failBelow: limits.blackUpToLumaP95 }),
    number('structure', detail?.structure, 'luma', { failBelow: limits.flatBelowStructure }),
    number('sharpness', percent(detail?.sharpness), 'percent', { warnBelow: limits.blurredBelowSharpness * 100 }),
    number('centre', detail?.centreLumaP50, 'luma', { backlightBelow: limits.backlightBelowCentreLuma }),
    number('surround', detail?.surroundLumaP75, 'luma', { backlightFrom: limits.backlightFromSurroundLuma }),
    number('movement', detail?.calmest?.movement, 'luma', { stillBelow: limits.frozenUpToMovement }),
  ];
}

function percent(share: number | null | undefined): number | null {
  return share == null ? null : share * 100;
}
