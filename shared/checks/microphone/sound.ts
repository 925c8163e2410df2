import type { MicrophoneLimits } from './limits.ts';
import type { MicrophoneChannel } from './measurement.ts';

const SILENCE_DBFS = -120;

/** The channel a meeting would hear best: loudest speech, else the loudest one that is not dead. */
export function bestChannel(channels: readonly MicrophoneChannel[]): MicrophoneChannel | undefined {
  const level = (channel: MicrophoneChannel): number => channel.speechDbfs ?? channel.peakDbfs - 1000;
  return channels.filter((channel) => !channel.digitalZero).sort((a, b) => level(b) - level(a))[0];
}

/**
 * Which of several channels hear nothing of what the best one hears, by index. Where nobody spoke only exact zeros count:
 * two channels of a quiet room may well differ.
 */
export function deadChannels(channels: readonly MicrophoneChannel[], limits: MicrophoneLimits): number[] {
  const best = bestChannel(channels);
  if (!best) return [];
  const loudest = best.speechDbfs ?? Number.NEGATIVE_INFINITY;
  return channels.flatMap((channel, at) => {
    const heard = channel.speechDbfs ?? (onlyHums(channel) ? SILENCE_DBFS : channel.floorDbfs);
    return channel.digitalZero || loudest - heard > limits.warnChannelsApartDb ? [at] : [];
  });
}

/** A cable without a microphone: most of what it hears is hum. */
function onlyHums({ floorDbfs, humDbfs }: MicrophoneChannel): boolean {
  return humDbfs != null && humDbfs > floorDbfs - 3;
}

/** Speech that clips does so again and again; one knock on the table is not clipping. */
export function isClipped(heard: MicrophoneChannel, limits: MicrophoneLimits): boolean {
  if (heard.clippingRunsPerSecond <= limits.warnClippingRunsPerSecond) return false;
  return heard.clippedStretches === undefined || heard.clippedStretches >= limits.warnClippedStretchesFrom;
}

/** The noise floor without the hum that is part of it, dBFS. */
export function restOfFloorDbfs({ floorDbfs, humDbfs }: MicrophoneChannel): number {
  const rest = 10 ** (floorDbfs / 10) - 10 ** ((humDbfs ?? SILENCE_DBFS) / 10);
  return rest > 0 ? Math.max(SILENCE_DBFS, 10 * Math.log10(rest)) : SILENCE_DBFS;
}
