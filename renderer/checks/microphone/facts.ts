import type { MicrophoneLimits } from '../../../shared/checks/microphone/limits.ts';
import { type MicrophoneChannel, microphoneMeasurement } from '../../../shared/checks/microphone/measurement.ts';
import { type Fact, factsBy, named, number, said } from '../fact.ts';

/** What was measured of a microphone, channel by channel. */
export const microphoneFacts = factsBy(microphoneMeasurement, (measured, limits: MicrophoneLimits) => {
  if (!measured.opened) return [named('error', measured.detail)];
  const { label, sampleRateHz, listenedMs, channels } = measured;
  return [
    named('device', label),
    number('watched', listenedMs / 1000, 'seconds'),
    number('rate', sampleRateHz / 1000, 'kilohertz'),
    ...channels.flatMap((channel, at) => {
      const facts = channelFacts(channel, limits).filter((fact) => fact !== null);
      return channels.length === 1 ? facts : facts.map((fact) => ({ ...fact, channel: at + 1 }));
    }),
  ];
});

function channelFacts(heard: MicrophoneChannel, limits: MicrophoneLimits): (Fact | null)[] {
  const { speechDbfs, floorDbfs, humDbfs, dcOffset } = heard;
  const snrDb = speechDbfs === null ? null : speechDbfs - floorDbfs;
  const hums = { warnAbove: limits.warnHumAboveDbfs };
  return [
    speechDbfs === null
      ? said('speech', 'none')
      : number('speech', speechDbfs, 'dbfs', { warnBelow: limits.warnSpeechBelowDbfs }),
    number('floor', floorDbfs, 'dbfs', { warnAbove: limits.warnNoiseAboveDbfs }),
    number('snr', snrDb, 'db', { warnBelow: limits.warnSnrBelowDb }),
    number('peak', heard.peakDbfs, 'dbfs'),
    number('clipping', heard.clippingRunsPerSecond, 'perSecond', { warnAbove: limits.warnClippingRunsPerSecond }),
    humDbfs === null ? said('hum', 'none') : number('hum', humDbfs, 'dbfs', hums),
    number('dropouts', heard.dropoutsPerSecond, 'perSecond', { warnAbove: limits.warnDropoutsPerSecond }),
    number('dcOffset', dcOffset === undefined ? null : Math.abs(dcOffset) * 100, 'percent', {
      warnAbove: limits.warnDcOffsetAbove * 100,
    }),
  ];
}
