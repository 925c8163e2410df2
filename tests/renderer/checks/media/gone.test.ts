import { expect, test } from 'vitest';
import { watchGone } from '../../../../renderer/checks/media/gone.ts';
import type { MediaWorld } from '../../../../renderer/checks/media/open.ts';

/** A track of the device `plugged`, whose plug and end the test has in hand. */
function trackOf() {
  const devices = new EventTarget();
  let plugged = true;
  const track = Object.assign(new EventTarget(), {
    kind: 'video',
    readyState: 'live',
    getSettings: () => ({ deviceId: 'camera' }),
  });
  const media: Pick<MediaWorld, 'enumerateDevices' | 'onDeviceChange'> = {
    enumerateDevices: async () =>
      (plugged ? [{ kind: 'videoinput', deviceId: 'camera' }] : []) as unknown as MediaDeviceInfo[],
    onDeviceChange(callback) {
      devices.addEventListener('devicechange', callback);
      return () => devices.removeEventListener('devicechange', callback);
    },
  };
  return {
    watch: watchGone(track as unknown as MediaStreamTrack, media),
    end: () => track.dispatchEvent(new Event('ended')),
    async changeDevices(stillThere: boolean) {
      plugged = stillThere;
      devices.dispatchEvent(new Event('devicechange'));
      await new Promise((resolve) => setImmediate(resolve));
    },
  };
}

test('a track that ends is gone at once', () => {
  const { watch, end } = trackOf();
  end();
  expect(watch.signal.aborted).toBe(true);
});

test('a track that stays live without its device is gone with the list of devices', async () => {
  const { watch, changeDevices } = trackOf();
  await changeDevices(false);
  expect(watch.signal.aborted).toBe(true);
});

test('another device that comes or goes is none of its business', async () => {
  const { watch, changeDevices } = trackOf();
  await changeDevices(true);
  expect(watch.signal.aborted).toBe(false);
});

test('nobody listens after the stop', async () => {
  const { watch, end, changeDevices } = trackOf();
  await changeDevices(true);
  watch.stop();
  end();
  await changeDevices(false);
  expect(watch.signal.aborted).toBe(false);
});
