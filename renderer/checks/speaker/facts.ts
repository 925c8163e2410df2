import type { SpeakerLimits } from '../../../shared/checks/speaker/limits.ts';
import { type HeardChannel, speakerMeasurement } from '../../../shared/checks/speaker/measurement.ts';
import { type Fact, factsBy, named, number, said } from '../fact.ts';

/** What the microphone and the person heard of the speaker. */
export const speakerFacts = factsBy(speakerMeasurement, (measured, limits: SpeakerLimits) => {
  if (!measured.played) return [named('error', measured.detail)];
  const { label, witnessFault, channels, humanHeard = null } = measured;
  return [
    named('device', label),
    witnessFault === null ? said('witness', 'usable') : { label: 'witness', value: { witness: witnessFault } },
    ...channels.flatMap((channel) => sideFacts(channel, limits)),
    said('person', humanHeard === null ? 'notAsked' : humanHeard ? 'yes' : 'no'),
  ];
});

function sideFacts({ channel, correlation, delayMs, levelDbfs }: HeardChannel, limits: SpeakerLimits): (Fact | null)[] {
  const heard = correlation >= limits.heardFromCorrelation;
  return [
    number(`${channel}Likeness`, correlation * 100, 'percent', { notHeardBelow: limits.heardFromCorrelation * 100 }),
    // Where the best likeness is chance, so are the place and the level found there.
    heard ? number(`${channel}Delay`, delayMs, 'ms') : null,
    heard ? number(`${channel}Level`, levelDbfs, 'dbfs') : null,
  ];
}
