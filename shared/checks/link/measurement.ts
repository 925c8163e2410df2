import { z } from 'zod';

const ms = z.number().nonnegative();
const pct = z.number().min(0).max(100);
const count = z.number().int().nonnegative();

/** The adapter the traffic leaves by, as the operating system names it; `speedMbps` null where it does not tell. */
export const linkAdapter = z.object({
  name: z.string(),
  type: z.enum(['wired', 'wireless', 'other']),
  speedMbps: z.number().positive().nullable(),
});
export type LinkAdapter = z.infer<typeof linkAdapter>;

/**
 * One direction's throughput, payload bits per second as the receiver counted them. `limitedBy` `line`: a steady rate was
 * reached; `cap`: our own data or time cap came first, so the line carries at least this much.
 */
export const linkThroughput = z.object({
  mbps: z.number().nonnegative(),
  limitedBy: z.enum(['line', 'cap']),
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

/** How far the probe got before it could measure anything; `responder`: the hub granted a session, but its ports stay silent. */
export const LINK_STEPS = ['adapter', 'name', 'tcp', 'tls', 'hub', 'responder'] as const;
export type LinkStep = (typeof LINK_STEPS)[number];

/** The line to the province's hub, as measured. */
export const linkMeasurement = z.discriminatedUnion('reached', [
  z.object({
    reached: z.literal(false),
    step: z.enum(LINK_STEPS),
    /** The system's or the hub's own error code, as in `ENOTFOUND`, `hub-busy`. */
    cause: z.string().max(120),
    host: z.string().max(300),
    durationMs: ms,
  }),
  z.object({
    reached: z.literal(true),
    nameMs: ms,
    tcpConnectMs: ms,
    /** From asking the hub for a session until it was granted, TLS included. */
    grantMs: ms,
    /** Null: no datagram came back though TCP did. */
    udp: linkUdp.nullable(),
    /** Over UDP; over TCP where UDP is blocked. */
    rttMsP50: ms,
    rttMsP95: ms,
    /** Mean difference of one-way delays of successive packets (RFC 3550 without its smoothing), the worse direction. */
    jitterMs: ms,
    upload: linkThroughput.nullable(),
    download: linkThroughput.nullable(),
    /** The hub's clock minus this machine's, and by how much that may be wrong. */
    clock: z.object({ offsetMs: z.number(), errorMs: ms }),
    /** The path fell silent for good during this phase; what was measured before stands. */
    interruptedDuring: z.enum(['echo', 'download', 'upload']).nullable(),
    adapter: linkAdapter.nullable(),
    bytesUsed: count,
    durationMs: ms,
  }),
]);
export type LinkMeasurement = z.infer<typeof linkMeasurement>;
export type LinkReached = Extract<LinkMeasurement, { reached: true }>;
export type LinkNotReached = Extract<LinkMeasurement, { reached: false }>;
