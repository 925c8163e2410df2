import { z } from 'zod';
import { linkMedia } from './media-measurement.ts';

const ms = z.number().nonnegative();
const pct = z.number().min(0).max(100);
const count = z.number().int().nonnegative();

/** The adapter the traffic leaves by, as the operating system names it; `speedMbps` null where it does not tell. */
export const linkAdapter = z.object({
  name: z.string(),
  type: z.enum(['wired', 'wireless', 'other']),
  speedMbps: z.number().positive().nullable(),
  /** Wi-Fi only; null where the operating system does not tell. */
  signalPct: pct.nullable().optional(),
});
export type LinkAdapter = z.infer<typeof linkAdapter>;

/** What carried the packets: `websocket` is TLS over TCP through the hub's own address, where nothing else gets through. */
export const linkTransport = z.enum(['udp', 'tcp', 'websocket']);
export type LinkTransport = z.infer<typeof linkTransport>;

/**
 * One direction's throughput, payload bits per second as the receiver counted them. `limitedBy` `line`: a steady rate was
 * reached; `cap`: our own data or time cap came first (unsaturated), so the line carries at least this much; `processor`:
 * a machine at one end could not send or receive any faster, so again the line carries at least this much.
 */
export const linkThroughput = z.object({
  mbps: z.number().nonnegative(),
  /** With IP and UDP headers: what the line itself carried. */
  ipMbps: z.number().nonnegative().optional(),
  limitedBy: z.enum(['line', 'cap', 'processor']),
  /** With `processor`: which end. Absent in older records: not known. */
  busy: z.enum(['point', 'hub']).optional(),
  /** Absent in what was recorded before the UDP engine: then `tcp`. */
  method: linkTransport.optional(),
  /** False: the rate changed while it was measured, so one number does not tell it all. */
  stable: z.boolean().optional(),
  bytes: count,
  durationMs: ms,
});
export type LinkThroughput = z.infer<typeof linkThroughput>;

/**
 * Media-like echoes over UDP. The hub counts what it received, which tells the directions apart; the interval is the 95 %
 * one of the round-trip loss (Wilson).
 */
export const linkUdp = z.object({
  sent: count,
  received: count,
  lossPct: pct,
  lossUpPct: pct,
  lossDownPct: pct,
  lossLowPct: pct,
  lossHighPct: pct,
});
export type LinkUdp = z.infer<typeof linkUdp>;

/** One server of the meeting platform, from the policy's list. `ms` until it answered; `cause` the system's error code. */
export const platformTarget = z.object({
  name: z.string().max(120),
  host: z.string().max(300),
  port: z.number().int().min(1).max(65_535),
  reached: z.boolean(),
  ms: ms.nullable(),
  cause: z.string().max(120).nullable(),
});
export type PlatformTarget = z.infer<typeof platformTarget>;

/** The wait for the province's line to have room, when many points test at once. */
const queue = z.object({ waitedMs: ms, placeAtStart: count });

/**
 * How far the probe got before it could measure anything. `adapter`: none is up; `address`: it has none; `gateway`: it is
 * silent; `portal`: a log-in page answers in the hub's place; `certificate`: not the one pinned at enrolment; `admission`:
 * the province's line had no room in time; `responder`: the hub granted a session, but its ports stay silent.
 */
export const LINK_STEPS = [
  'adapter',
  'address',
  'gateway',
  'name',
  'tcp',
  'portal',
  'tls',
  'certificate',
  'hub',
  'admission',
  'responder',
] as const;
export type LinkStep = (typeof LINK_STEPS)[number];

/** What the diagnosis found beside the way to the hub. Absent in older records and where it was not looked at. */
const surroundings = {
  /** The proxy the system is set to use; null: none. */
  proxy: z.string().max(300).nullable().optional(),
  platform: z.array(platformTarget).max(32).optional(),
  queue: queue.optional(),
};

/** The line to the province's hub, as measured. */
export const linkMeasurement = z.discriminatedUnion('reached', [
  z.object({
    reached: z.literal(false),
    step: z.enum(LINK_STEPS),
    /** The system's or the hub's own error code, as in `ENOTFOUND`, `hub-busy`. */
    cause: z.string().max(120),
    host: z.string().max(300),
    adapter: linkAdapter.nullable().optional(),
    ...surroundings,
    durationMs: ms,
  }),
  z.object({
    reached: z.literal(true),
    nameMs: ms,
    tcpConnectMs: ms,
    tlsMs: ms.optional(),
    /** From asking the hub for a session until it was granted, TLS included; waiting in the queue is not. */
    grantMs: ms,
    /** What the timing below was measured over. Absent in older records: UDP where `udp` is not null, else TCP. */
    transport: linkTransport.optional(),
    /** Null: no datagram came back though TCP did. */
    udp: linkUdp.nullable(),
    rttMsP5: ms.optional(),
    /** Over UDP; over TCP where UDP is blocked. */
    rttMsP50: ms,
    rttMsP95: ms,
    /** Mean difference of one-way delays of successive packets (RFC 3550 without its smoothing), the worse direction. */
    jitterMs: ms,
    jitterUpMs: ms.optional(),
    jitterDownMs: ms.optional(),
    /** With the smoothing of RFC 3550, section 6.4.1, as meeting software shows it. */
    jitterRfcUpMs: ms.optional(),
    jitterRfcDownMs: ms.optional(),
    /** Median round trip while that direction was full; null where it was not measured. */
    loadedRttMs: z.object({ download: ms.nullable(), upload: ms.nullable() }).optional(),
    /** Null: it was not run, as where UDP is blocked. */
    media: linkMedia.nullable().optional(),
    upload: linkThroughput.nullable(),
    download: linkThroughput.nullable(),
    /** The hub's clock minus this machine's, and by how much that may be wrong. */
    clock: z.object({ offsetMs: z.number(), errorMs: ms }),
    /** The path fell silent for good during this phase; what was measured before stands. */
    interruptedDuring: z.enum(['echo', 'download', 'upload', 'media']).nullable(),
    adapter: linkAdapter.nullable(),
    ...surroundings,
    bytesUsed: count,
    durationMs: ms,
  }),
]);
export type LinkMeasurement = z.infer<typeof linkMeasurement>;
export type LinkReached = Extract<LinkMeasurement, { reached: true }>;
export type LinkNotReached = Extract<LinkMeasurement, { reached: false }>;
