import { wilsonInterval } from '../../../../electron/checks/link/wilson.ts';
import type { LinkNotReached, LinkReached, LinkUdp } from '../../../../shared/checks/link/measurement.ts';
import type { MediaWay } from '../../../../shared/checks/link/media-measurement.ts';

/** A good wired line, with room in every value, as it was recorded before there was more than this. */
export const GOOD_LINE: LinkReached = {
  reached: true,
  nameMs: 1,
  tcpConnectMs: 12,
  grantMs: 30,
  udp: { sent: 200, received: 200, lossPct: 0, lossUpPct: 0, lossDownPct: 0, lossLowPct: 0, lossHighPct: 1.9 },
  rttMsP50: 12,
  rttMsP95: 15,
  jitterMs: 1,
  upload: { mbps: 20, limitedBy: 'line', bytes: 3_700_000, durationMs: 1500 },
  download: { mbps: 50, limitedBy: 'line', bytes: 5_900_000, durationMs: 950 },
  clock: { offsetMs: 40, errorMs: 7 },
  interruptedDuring: null,
  adapter: { name: 'eth0', type: 'wired', speedMbps: 1000 },
  bytesUsed: 9_700_000,
  durationMs: 5000,
};

export function notReached(step: LinkNotReached['step'], cause: string): LinkNotReached {
  return { reached: false, step, cause, host: 'hub.gialai.gov.vn:8443', durationMs: 100 };
}

/** So many of `sent` echoes lost, all on the way up. */
export function echoesLosing(lost: number, sent = 200): LinkUdp {
  const counted = countedOf(lost, sent);
  return { ...counted, lossUpPct: counted.lossPct, lossDownPct: 0 };
}

/** One direction of a media-like run with so many of `sent` packets lost. */
export function wayLosing(lost: number, sent = 1000, change: Partial<MediaWay> = {}): MediaWay {
  return { ...countedOf(lost, sent), jitterMs: 1, latePct: 0, ...change };
}

/** A run with these directions; what is not given is clean. */
export function mediaOf(ways: Partial<Record<'up' | 'down', MediaWay>>): Pick<LinkReached, 'transport' | 'media'> {
  const clean = wayLosing(0);
  return {
    transport: 'udp',
    media: { bitrateMbps: 2.5, packetBytes: 1200, durationMs: 3840, up: clean, down: clean, ...ways },
  };
}

function countedOf(lost: number, sent: number) {
  const [low, high] = wilsonInterval(lost, sent);
  return {
    sent,
    received: sent - lost,
    lossPct: (100 * lost) / sent,
    lossLowPct: 100 * low,
    lossHighPct: 100 * high,
  };
}
