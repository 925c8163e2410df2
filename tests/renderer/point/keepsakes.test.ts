import { describe, expect, it } from 'vitest';
import type { Still } from '../../../renderer/checks/camera/still.ts';
import type { MediaProbes } from '../../../renderer/point/world.ts';
import { appErr } from '../../../shared/errors.ts';
import { ok } from '../../../shared/result.ts';
import { fakeWorld } from '../support/fake-world.ts';
import { wholeStore } from '../support/whole-window.ts';

const RECORDING = { channels: [new Float32Array(8)], sampleRateHz: 48_000 };

function started(probes: Partial<MediaProbes> = {}) {
  const fake = fakeWorld({});
  const world = { ...fake.world, probes: { ...fake.world.probes, ...probes } };
  return { ...fake, store: wholeStore(world) };
}

/** A picture that tells whether it was given back. */
function still(): { readonly still: Still; readonly closed: () => boolean } {
  let closed = false;
  const close = (): void => {
    closed = true;
  };
  const picture = { width: 1, height: 1, close } as unknown as ImageBitmap;
  const histogram = { bins: [], p5: 0, p50: 0, p95: 0 };
  return { still: { picture, histogram, takenAt: 0 }, closed: () => closed };
}

describe('what the person may listen to', () => {
  it('is played on the chosen speaker, and says when it ends', async () => {
    const { store, plays } = started();
    await store.getState().chooseDevice('speaker', { id: 'tv', label: 'TV' });
    store.getState().keepRecording(RECORDING);
    const played = store.getState().play('recording');
    expect(plays).toMatchObject([{ sound: RECORDING, output: { id: 'tv', label: 'TV' } }]);
    expect(store.getState().playing).toBe('recording');
    plays[0]?.end(ok(null));
    await played;
    expect(store.getState()).toMatchObject({ playing: null, playError: null });
  });

  it('is played on the default where the person left it to the system', async () => {
    const { store, plays } = started();
    await store.getState().chooseDevice('speaker', { id: '', label: '' });
    void store.getState().play('test-sound');
    expect(plays[0]?.output).toBeUndefined();
  });

  it('says which sound could not be played, and forgets it at the next attempt', async () => {
    const { store, plays } = started();
    const played = store.getState().play('test-sound');
    plays[0]?.end(appErr('sound-no-output'));
    await played;
    expect(store.getState().playError).toMatchObject({ of: 'test-sound', error: { code: 'sound-no-output' } });
    void store.getState().play('test-sound');
    expect(store.getState().playError).toBeNull();
  });

  it('stops when told, and when another sound begins', async () => {
    const { store, plays } = started();
    store.getState().keepRecording(RECORDING);
    const first = store.getState().play('recording');
    const second = store.getState().play('test-sound');
    await first;
    expect(plays.map(({ signal }) => signal.aborted)).toEqual([true, false]);
    expect(store.getState().playing).toBe('test-sound');
    store.getState().stopPlaying();
    await second;
    expect(plays[1]?.signal.aborted).toBe(true);
    expect(store.getState()).toMatchObject({ playing: null, playError: null });
  });

  it('is nothing without a recording', async () => {
    const { store, plays } = started();
    await store.getState().play('recording');
    expect(plays).toEqual([]);
  });
});

describe('when checks start', () => {
  it('the recording is gone and the sound stops, whichever check it is', async () => {
    const { store, plays } = started();
    store.getState().keepRecording(RECORDING);
    void store.getState().play('recording');
    const run = store.getState().runChecks(['host']);
    expect(plays[0]?.signal.aborted).toBe(true);
    expect(store.getState()).toMatchObject({ recording: null, playing: null });
    await run;
  });

  it('the camera’s picture goes with the next camera check only, and its memory is given back', async () => {
    const { store } = started();
    const [first, second] = [still(), still()];
    store.getState().keepStill(first.still);
    store.getState().keepStill(second.still);
    expect([first.closed(), second.closed()]).toEqual([true, false]);
    await store.getState().runChecks(['microphone']);
    expect(store.getState().still).toBe(second.still);
    await store.getState().runChecks(['camera']);
    expect(store.getState().still).toBeNull();
    expect(second.closed()).toBe(true);
  });

  it('what the microphone’s probe heard is kept beside its outcome, not in it', async () => {
    const { store, asked } = started({
      microphone: async ({ onLive }) => {
        onLive({ kind: 'recording', sound: RECORDING });
        return { kind: 'failed', failure: 'probe-error', detail: '' };
      },
    });
    await store.getState().runChecks(['microphone']);
    expect(store.getState().recording).toBe(RECORDING);
    expect(JSON.stringify(asked('checks:file'))).not.toContain('sampleRateHz');
  });
});
