import type { LinkMeasurement, LinkNotReached, LinkReached, LinkThroughput } from './measurement.ts';
import type { MediaWay } from './media-measurement.ts';
import type { LinkProblem } from './problems.ts';

const cleanWay: MediaWay = {
  sent: 1000,
  received: 1000,
  lossPct: 0,
  lossLowPct: 0,
  lossHighPct: 0.4,
  jitterMs: 1.2,
  latePct: 0,
};

const rate = (mbps: number, change: Partial<LinkThroughput> = {}): LinkThroughput => ({
  mbps,
  ipMbps: mbps * 1.02,
  limitedBy: 'line',
  method: 'udp',
  stable: true,
  bytes: Math.round(mbps * 90_000),
  durationMs: 720,
  ...change,
});

/** A good wired line, measured with everything there is. */
export const goodLine: LinkReached = {
  reached: true,
  nameMs: 1.4,
  tcpConnectMs: 12.1,
  tlsMs: 25.3,
  grantMs: 41.8,
  transport: 'udp',
  udp: { sent: 200, received: 200, lossPct: 0, lossUpPct: 0, lossDownPct: 0, lossLowPct: 0, lossHighPct: 1.9 },
  rttMsP5: 11.2,
  rttMsP50: 12.4,
  rttMsP95: 15.7,
  jitterMs: 1.1,
  jitterUpMs: 1.1,
  jitterDownMs: 0.8,
  jitterRfcUpMs: 0.9,
  jitterRfcDownMs: 0.7,
  loadedRttMs: { download: 38.5, upload: 44.1 },
  media: { bitrateMbps: 2.5, packetBytes: 1200, durationMs: 3840, up: cleanWay, down: cleanWay },
  upload: rate(20.3),
  download: rate(50.6),
  clock: { offsetMs: 42, errorMs: 6 },
  interruptedDuring: null,
  adapter: { name: 'Realtek PCIe GbE Family Controller', type: 'wired', speedMbps: 1000 },
  proxy: null,
  platform: [{ name: 'Máy chủ họp', host: 'hop.example.vn', port: 443, reached: true, ms: 31, cause: null }],
  queue: { waitedMs: 0, placeAtStart: 0 },
  bytesUsed: 9_700_000,
  durationMs: 6900,
};

const wifi = { name: 'Intel(R) Wi-Fi 6 AX201 160MHz', type: 'wireless', speedMbps: 300, signalPct: 82 } as const;
const line = (change: Partial<LinkReached>): LinkReached => ({ ...goodLine, ...change });

const streaming = (up: Partial<MediaWay>, down: Partial<MediaWay> = {}): Pick<LinkReached, 'media'> => ({
  media: {
    bitrateMbps: 2.5,
    packetBytes: 1200,
    durationMs: 3840,
    up: { ...cleanWay, ...up },
    down: { ...cleanWay, ...down },
  },
});
const LOST_42: Partial<MediaWay> = { received: 958, lossPct: 4.2, lossLowPct: 3.1, lossHighPct: 5.6, burstRatio: 1.1 };
const LATE: Partial<MediaWay> = { latePct: 24, jitterMs: 28 };

const stopped = (
  step: LinkNotReached['step'],
  cause: string,
  change: Partial<LinkNotReached> = {},
): LinkNotReached => ({
  reached: false,
  step,
  cause,
  host: 'diemcau.gialai.example:8443',
  durationMs: 2600,
  ...change,
});

/** A measurement for every reason, by the default policy: for tests and the gallery. */
export const linkFixtures: Readonly<Record<LinkProblem | 'ok', LinkMeasurement>> = {
  ok: goodLine,
  'no-network': stopped('adapter', 'ENETUNREACH'),
  'no-address': stopped('address', 'ENETUNREACH'),
  'gateway-silent': stopped('gateway', 'ETIMEDOUT'),
  'name-unresolved': stopped('name', 'ENOTFOUND'),
  'captive-portal': stopped('portal', 'redirected'),
  'hub-unreachable': stopped('tcp', 'ECONNREFUSED'),
  'hub-down': stopped('tcp', 'ETIMEDOUT', { platform: goodLine.platform }),
  'hub-insecure': stopped('tls', 'CERT_HAS_EXPIRED'),
  'certificate-mismatch': stopped('certificate', 'hub-wrong-certificate'),
  'hub-busy': stopped('hub', 'hub-busy'),
  'province-line-busy': stopped('admission', 'hub-busy', { queue: { waitedMs: 900_000, placeAtStart: 112 } }),
  'hub-refused': stopped('hub', 'auth-forbidden'),
  'hub-error': stopped('hub', 'storage-failed'),
  'not-enrolled': stopped('hub', 'enrolment-missing', { host: '' }),
  'responder-silent': stopped('responder', 'silent'),
  interrupted: line({ interruptedDuring: 'media', media: null }),
  'tcp-only': line({ transport: 'tcp', udp: null, media: null }),
  'websocket-only': line({ transport: 'websocket', udp: null, media: null }),
  // TCP alone weighs as much and is said first: see the findings.
  proxy: line({ transport: 'tcp', udp: null, media: null, proxy: 'proxy.gialai.example:3128' }),
  'platform-unreachable': line({
    platform: [
      { name: 'Máy chủ họp', host: 'hop.example.vn', port: 443, reached: false, ms: null, cause: 'ETIMEDOUT' },
      { name: 'Máy chủ họp dự phòng', host: 'hop2.example.vn', port: 4307, reached: true, ms: 44, cause: null },
    ],
  }),
  'upload-low': line({ upload: rate(1.24) }),
  'upload-unsaturated': line({ upload: rate(3.1, { limitedBy: 'cap' }) }),
  'upload-processor': line({ upload: rate(3.1, { limitedBy: 'processor' }) }),
  'upload-unstable': line({ upload: rate(1.2, { stable: false }) }),
  'upload-unmeasured': line({ upload: null }),
  'download-low': line({ download: rate(3.4), adapter: wifi }),
  'download-unsaturated': line({ download: rate(3.1, { limitedBy: 'cap' }) }),
  'download-processor': line({ download: rate(3.1, { limitedBy: 'processor' }) }),
  'download-unstable': line({ download: rate(8.7, { stable: false }) }),
  'download-unmeasured': line({ download: null }),
  'rtt-high': line({ rttMsP5: 318, rttMsP50: 322, rttMsP95: 331 }),
  'upload-delays': line({ loadedRttMs: { download: 60, upload: 940 } }),
  'download-delays': line({ loadedRttMs: { download: 610, upload: 60 } }),
  'jitter-high': line({ jitterMs: 34, jitterUpMs: undefined, jitterDownMs: undefined }),
  'jitter-up-high': line({ jitterMs: 58, jitterUpMs: 58 }),
  'jitter-down-high': line({ jitterMs: 41, jitterDownMs: 41, adapter: wifi }),
  'loss-high': line({
    media: undefined,
    udp: { sent: 200, received: 186, lossPct: 7, lossUpPct: 5.1, lossDownPct: 1.9, lossLowPct: 4.2, lossHighPct: 11.4 },
  }),
  'jitter-processor': line(streaming({}, { jitterMs: 61, own: { jitterMs: 55, latePct: 4 } })),
  'loss-up-high': line({ ...streaming(LOST_42), adapter: wifi }),
  'loss-down-high': line(streaming({}, LOST_42)),
  'loss-unclear': line({
    media: undefined,
    udp: { sent: 200, received: 198, lossPct: 1, lossUpPct: 1, lossDownPct: 0, lossLowPct: 0.3, lossHighPct: 3.6 },
  }),
  'loss-unmeasured': line({
    media: undefined,
    udp: { sent: 40, received: 40, lossPct: 0, lossUpPct: 0, lossDownPct: 0, lossLowPct: 0, lossHighPct: 8.8 },
  }),
  'audio-up-poor': line(streaming(LATE)),
  'audio-down-poor': line(streaming({}, LATE)),
  'audio-processor': line(streaming({}, { latePct: 93, jitterMs: 24, own: { jitterMs: 23, latePct: 92 } })),
  'hub-processor': line(streaming({ latePct: 95, jitterMs: 21, own: { jitterMs: 20, latePct: 95 } })),
  'clock-off': line({ clock: { offsetMs: -200_000, errorMs: 6 } }),
  wireless: line({ adapter: wifi }),
  'wireless-weak': line({ adapter: { ...wifi, signalPct: 31 } }),
};
