import { type AppError, appErr } from '../../shared/errors.ts';
import { ok, type Result } from '../../shared/result.ts';
import { type MediaWorld, windowMedia } from './media/open.ts';
import { startEngine } from './media/recorder.ts';
import { withReleases } from './media/releases.ts';
import { within } from './media/wait.ts';
import type { ChosenDevice } from './probe.ts';
import { type Sound, secondsOf } from './sound.ts';

/**
 * Plays a sound on one output (the system's default without a choice). Resolves when it has been played, or stopped by
 * `signal`; everything it opened is closed by then.
 * Errors: `sound-no-output`, `sound-output-missing`, `sound-not-playing`.
 */
export type PlaySound = (
  sound: Sound,
  output: ChosenDevice | undefined,
  signal: AbortSignal,
) => Promise<Result<null, AppError>>;

/** How long after its end a sound may still be under way: devices buffer. Milliseconds. */
const PATIENCE_MS = 3000;

export function createPlaySound(media: Pick<MediaWorld, 'enumerateDevices'> = windowMedia): PlaySound {
  return (sound, output, signal) =>
    withReleases(async (releases) => {
      const devices = await media.enumerateDevices();
      if (!devices.some((device) => device.kind === 'audiooutput')) return appErr('sound-no-output');
      const engine = new AudioContext();
      releases.add(() => engine.close());
      try {
        if (output) await engine.setSinkId(output.id);
      } catch {
        return appErr('sound-output-missing', { label: output?.label ?? '' });
      }
      try {
        if (!(await startEngine(engine, signal))) return appErr('sound-not-playing');
        const ended = await within(secondsOf(sound) * 1000 + PATIENCE_MS, signal, played(engine, sound));
        return ended ? ok(null) : appErr('sound-not-playing');
      } catch (thrown) {
        // Stopping is what the person wanted, not a failure.
        if (signal.aborted) return ok(null);
        throw thrown;
      }
    });
}

/** Starts the sound at once; resolves when its last sample was handed to the output. */
function played(engine: AudioContext, { channels, sampleRateHz }: Sound): Promise<true> {
  const [first] = channels;
  if (!first || first.length === 0) return Promise.resolve(true);
  const buffer = engine.createBuffer(channels.length, first.length, sampleRateHz);
  for (const [at, samples] of channels.entries()) buffer.copyToChannel(samples, at);
  const source = engine.createBufferSource();
  source.buffer = buffer;
  source.connect(engine.destination);
  return new Promise((resolve) => {
    source.onended = () => resolve(true);
    source.start();
  });
}
