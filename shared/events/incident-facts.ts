import { z } from 'zod';
import { epochMs, personName } from './event.ts';

const meetingId = z.string().max(64);

export const INCIDENT_KINDS = [
  'line',
  'power',
  'camera',
  'microphone',
  'speaker',
  'screen-share',
  'computer',
  'platform',
  'other',
] as const;
export const incidentKind = z.enum(INCIDENT_KINDS);
export type IncidentKind = z.infer<typeof incidentKind>;

/** Whose fault an interruption was. A point proposes it; only the province sets it. */
export const CAUSES = ['subjective', 'objective', 'undetermined'] as const;
export const cause = z.enum(CAUSES);
export type Cause = z.infer<typeof cause>;

/** A person noticed it, or the software measured it. */
export const reporter = z.discriminatedUnion('by', [
  z.object({ by: z.literal('person'), fullName: personName.nullable() }),
  z.object({ by: z.literal('app') }),
]);

/** From when to when the software saw it, by the device's clock; `to` null while it lasts. */
export const measuredInterval = z.object({ from: epochMs, to: epochMs.nullable() });
export type MeasuredInterval = z.infer<typeof measuredInterval>;

const account = {
  kind: incidentKind,
  what: z.string().trim().max(500),
  /** When it began, as its reporter says; by the device's clock. */
  since: epochMs,
  proposedCause: cause,
  /** Why that cause; may be empty. */
  causeNote: z.string().trim().max(500),
  measured: measuredInterval.nullable(),
};

/** `incidentId` is made by the point and ties the entries about one incident together. */
export const incidentOpened = z.object({
  type: z.literal('incident-opened'),
  meetingId,
  incidentId: z.uuid(),
  reporter,
  ...account,
});
/** Says the whole anew; what was said before stays in the journal. */
export const incidentUpdated = z.object({
  type: z.literal('incident-updated'),
  meetingId,
  incidentId: z.uuid(),
  reporter,
  ...account,
});
export const incidentResolved = z.object({
  type: z.literal('incident-resolved'),
  meetingId,
  incidentId: z.uuid(),
  reporter,
  /** When it was over, by the device's clock. */
  resolvedAt: epochMs,
  /** What was done; may be empty. */
  remedy: z.string().trim().max(500),
  measured: measuredInterval.nullable(),
});
export type IncidentOpened = z.infer<typeof incidentOpened>;
export type IncidentUpdated = z.infer<typeof incidentUpdated>;
export type IncidentResolved = z.infer<typeof incidentResolved>;
