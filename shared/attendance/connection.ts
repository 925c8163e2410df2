import type { Cause } from '../events/incident-facts.ts';
import { type RulingOf, rulingsOf } from './readings.ts';
import type { Timeline } from './timeline.ts';

/** Axis D of the attendance model. `no-data`: the hub never heard of the point in this meeting. */
export const CONNECTIONS = ['no-data', 'online', 'lost'] as const;
export type Connection = (typeof CONNECTIONS)[number];

export interface Outage {
  /** Of the observation it began with. */
  readonly id: string;
  readonly from: number;
  /** Null while it lasts. */
  readonly to: number | null;
  /** `undetermined` until the province sets it. */
  readonly cause: Cause;
  /** The ruling that set it; null while none did. */
  readonly causeSetBy: string | null;
}

export interface ConnectionState {
  readonly status: Connection;
  readonly since: number | null;
  readonly outages: readonly Outage[];
}

/** Whether the point's line held, and whose fault it was when not. It says nothing about who was seated. */
export function reduceConnection(timeline: Timeline): ConnectionState {
  let state: ConnectionState = { status: 'no-data', since: null, outages: [] };
  const idOf = new Map<string, string>();
  for (const { id, at, ruling } of rulingsOf(timeline, 'connection-lost', 'connection-restored')) {
    const lost = ruling.type === 'connection-lost';
    // Two hubs may both notice: what is so already stays so since the first said it.
    if (lost) idOf.set(id, state.status === 'lost' ? (state.outages.at(-1)?.id ?? id) : id);
    if (state.status !== (lost ? 'lost' : 'online')) state = lost ? losing(state, id, at) : regaining(state, at);
  }
  return { ...state, outages: state.outages.map((outage) => withCause(outage, causesOf(timeline), idOf)) };
}

function losing({ outages }: ConnectionState, id: string, at: number): ConnectionState {
  const outage: Outage = { id, from: at, to: null, cause: 'undetermined', causeSetBy: null };
  return { status: 'lost', since: at, outages: [...outages, outage] };
}

function regaining({ outages }: ConnectionState, at: number): ConnectionState {
  return { status: 'online', since: at, outages: outages.map((one) => (one.to === null ? { ...one, to: at } : one)) };
}

function causesOf(timeline: Timeline): readonly RulingOf<'cause-set'>[] {
  return rulingsOf(timeline, 'cause-set').filter(({ ruling }) => ruling.of.what === 'connection');
}

function withCause(
  outage: Outage,
  causes: readonly RulingOf<'cause-set'>[],
  idOf: ReadonlyMap<string, string>,
): Outage {
  const last = causes.findLast(({ ruling }) => idOf.get(ruling.of.id) === outage.id);
  return last ? { ...outage, cause: last.ruling.cause, causeSetBy: last.id } : outage;
}
