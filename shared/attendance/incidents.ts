import type { Cause, IncidentOpened } from '../events/incident-facts.ts';
import { type FactOf, factsOf, rulingsOf } from './readings.ts';
import type { Timeline } from './timeline.ts';

/** One incident as last told. The proposal is the point's, the cause the province's. */
export interface Incident extends Omit<IncidentOpened, 'type' | 'meetingId'> {
  /** The entries that told of it, in order. */
  readonly entryIds: readonly string[];
  readonly resolvedAt: number | null;
  readonly remedy: string;
  /** `undetermined` until the province sets it. */
  readonly cause: Cause;
  readonly causeSetBy: string | null;
}

type Telling = FactOf<'incident-opened' | 'incident-updated'>;

/** The incidents of a meeting in the order they began. */
export function reduceIncidents(timeline: Timeline): readonly Incident[] {
  const tellings = factsOf(timeline, 'incident-opened', 'incident-updated');
  const ids = [...new Set(tellings.map(({ event }) => event.incidentId))];
  return ids
    .flatMap((id) =>
      incidentOf(
        timeline,
        id,
        tellings.filter(({ event }) => event.incidentId === id),
      ),
    )
    .sort((a, b) => a.since - b.since || (a.incidentId < b.incidentId ? -1 : 1));
}

function incidentOf(timeline: Timeline, id: string, tellings: readonly Telling[]): readonly Incident[] {
  const last = tellings.at(-1);
  if (!last) return [];
  const { type: _, meetingId: __, ...told } = last.event;
  const resolved = factsOf(timeline, 'incident-resolved').findLast(({ event }) => event.incidentId === id);
  const cause = rulingsOf(timeline, 'cause-set').findLast(
    ({ ruling }) => ruling.of.what === 'incident' && ruling.of.id === id,
  );
  return [
    {
      ...told,
      measured: resolved?.event.measured ?? told.measured,
      entryIds: [...tellings, ...(resolved ? [resolved] : [])].map(({ id: entryId }) => entryId),
      resolvedAt: resolved?.event.resolvedAt ?? null,
      remedy: resolved?.event.remedy ?? '',
      cause: cause?.ruling.cause ?? 'undetermined',
      causeSetBy: cause?.id ?? null,
    },
  ];
}
