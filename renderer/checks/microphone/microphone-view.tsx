import { microphoneMeasurement } from '../../../shared/checks/microphone/measurement.ts';
import { bestChannel } from '../../../shared/checks/microphone/sound.ts';
import type { Policy } from '../../../shared/policy/policy.ts';
import { LevelMeter } from '../../ui/level-meter.tsx';
import { useWords, type Words } from '../../ui/words.tsx';
import type { LiveProps, StandingProps } from '../card-parts.ts';
import { type LevelMarks, liveMarks } from './live-marks.ts';

/** What the microphone hears now, with background and speech as far as they can be told yet. */
export function MicrophoneLive({ live, policy }: LiveProps) {
  const words = useWords();
  const { level, levels = [] } = live;
  if (!level) return null;
  const found = liveMarks(levels);
  const text = words.t('point.live.levelValue', { dbfs: Math.round(level.dbfs) });
  return (
    <LevelMeter
      now={{ dbfs: level.dbfs, peakDbfs: level.peakDbfs, text }}
      label={`${words.t('point.live.level')}: ${text}`}
      {...scale(words, found, policy)}
    />
  );
}

/** Background and speech as measured, on the same scale. */
export function MicrophoneStanding({ measurement, policy }: StandingProps) {
  const words = useWords();
  const measured = microphoneMeasurement.safeParse(measurement);
  const heard = measured.success && measured.data.opened ? bestChannel(measured.data.channels) : undefined;
  if (!heard) return null;
  const { floorDbfs, speechDbfs } = heard;
  const label =
    speechDbfs === null
      ? words.t('cards.microphone.levelsWithoutSpeech', { floor: Math.round(floorDbfs) })
      : words.t('cards.microphone.levels', { floor: Math.round(floorDbfs), speech: Math.round(speechDbfs) });
  return <LevelMeter now={null} label={label} {...scale(words, { floorDbfs, speechDbfs }, policy)} />;
}

function scale({ t }: Words, { floorDbfs, speechDbfs }: LevelMarks, { checks: { microphone } }: Policy) {
  const above = 'above' as const;
  const below = 'below' as const;
  const floor = floorDbfs === null ? [] : [{ dbfs: floorDbfs, side: above, text: markText('floor', floorDbfs) }];
  const speech = speechDbfs === null ? [] : [{ dbfs: speechDbfs, side: below, text: markText('speech', speechDbfs) }];
  function markText(key: 'floor' | 'speech', dbfs: number): string {
    return t(`cards.microphone.${key}`, { dbfs: Math.round(dbfs) });
  }
  return {
    marks: [...floor, ...speech],
    wanted: { noiseUpTo: microphone.warnNoiseAboveDbfs, speechFrom: microphone.warnSpeechBelowDbfs },
  };
}
