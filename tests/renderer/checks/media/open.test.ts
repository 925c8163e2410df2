import { expect, test } from 'vitest';
import { openStream } from '../../../../renderer/checks/media/open.ts';
import { openFailureOf } from '../../../../renderer/checks/media/open-error.ts';
import { withReleases } from '../../../../renderer/checks/media/releases.ts';
import { elapse, within } from '../../../../renderer/checks/media/wait.ts';
import type { OpenError } from '../../../../shared/checks/open-error.ts';

/** As Chromium says them. */
const FAULTS: readonly (readonly [string, string, OpenError])[] = [
  ['NotFoundError', 'Requested device not found', 'not-found'],
  ['NotAllowedError', 'Permission denied', 'denied'],
  ['NotAllowedError', 'Permission dismissed', 'denied'],
  ['NotAllowedError', 'Permission denied by system', 'denied-by-system'],
  ['NotReadableError', 'Could not start video source', 'busy'],
  ['NotReadableError', 'Device in use', 'busy'],
  ['AbortError', 'Timeout starting video source', 'open-timeout'],
  ['AbortError', 'Unknown', 'open-failed'],
  ['TypeError', 'At least one of audio and video must be requested', 'open-failed'],
];

test.each(FAULTS)('%s “%s” is %s', (name, message, error) => {
  expect(openFailureOf(new DOMException(message, name))).toEqual({ error, detail: `${name}: ${message}` });
});

test('a chosen device that is not there is told from a mode that is not there', () => {
  const overconstrained = (constraint: string) => ({ name: 'OverconstrainedError', message: '', constraint });
  expect(openFailureOf(overconstrained('deviceId')).error).toBe('chosen-missing');
  expect(openFailureOf(overconstrained('width')).error).toBe('over-constrained');
  expect(openFailureOf('nonsense').error).toBe('open-failed');
});

test('a stream that comes after the cancel is stopped', async () => {
  const cancel = new AbortController();
  let deliver: (stream: MediaStream) => void = () => {};
  const late = new Promise<MediaStream>((resolve) => {
    deliver = resolve;
  });
  const opening = openStream(() => late, cancel.signal);
  cancel.abort('cancelled');
  await expect(opening).rejects.toBe('cancelled');
  await new Promise<void>((resolve) => {
    const track = { stop: resolve };
    deliver({ getTracks: () => [track] } as unknown as MediaStream);
  });
});

test('nothing is opened once cancelled', async () => {
  let asked = false;
  const request = (): Promise<MediaStream> => {
    asked = true;
    return new Promise(() => {});
  };
  await expect(openStream(request, AbortSignal.abort('cancelled'))).rejects.toBe('cancelled');
  expect(asked).toBe(false);
});

test('everything opened is given back, last first, when the work throws', async () => {
  const given: string[] = [];
  const work = withReleases(async (releases) => {
    releases.add(() => void given.push('first'));
    releases.add(async () => void given.push('second'));
    throw new Error('broken');
  });
  await expect(work).rejects.toThrow('broken');
  expect(given).toEqual(['second', 'first']);
});

test('what cannot be given back does not keep the rest open', async () => {
  const given: string[] = [];
  const work = withReleases(async (releases) => {
    releases.add(() => void given.push('first'));
    releases.add(() => {
      throw new Error('stuck');
    });
  });
  await expect(work).rejects.toThrow('stuck');
  expect(given).toEqual(['first']);
});

test('a wait ends at once when cancelled, a time-out gives null', async () => {
  const cancel = new AbortController();
  const waiting = elapse(60_000, cancel.signal);
  cancel.abort('cancelled');
  await expect(waiting).rejects.toBe('cancelled');
  await expect(elapse(60_000, cancel.signal)).rejects.toBe('cancelled');
  const never = new Promise<string>(() => {});
  await expect(within(1, new AbortController().signal, never)).resolves.toBeNull();
  await expect(within(60_000, new AbortController().signal, Promise.resolve('come'))).resolves.toBe('come');
});
