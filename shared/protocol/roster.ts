import { z } from 'zod';
import { epochMs, personName } from '../events/event.ts';
import { personProposed } from '../events/roster-facts.ts';
import { fieldsInCharge, person, pointCode } from '../meeting/meeting.ts';

const personId = z.string().min(1).max(64);
const particulars = { fullName: personName, title: z.string().trim().max(200), fields: fieldsInCharge };
const reason = z.string().trim().max(500);
const givenReason = reason.min(1);

/** A person with what the point's devices last told of the PIN. Times of theirs are by the device's clock. */
export const rosterPerson = person.extend({
  fields: fieldsInCharge,
  /** Null: no device told of a PIN, which devices from before this was told may still hold. */
  pin: z.object({ at: epochMs, byCode: z.boolean(), devices: z.number().int().positive() }).nullable(),
  /** The code that works now, if any. */
  code: z.object({ issuedAt: epochMs, expiresAt: epochMs }).nullable(),
});
export type RosterPerson = z.infer<typeof rosterPerson>;

/** What a point asked for and nobody has decided on. `person`: whom it is about, as the roster has them. */
export const rosterProposal = personProposed.omit({ type: true }).extend({
  id: z.string(),
  at: epochMs,
  person: person.nullable(),
});
export type RosterProposal = z.infer<typeof rosterProposal>;

/** `GET /api/console/points/:code/roster` */
export const pointRoster = z.object({
  point: z.object({ code: pointCode, name: z.string() }),
  people: z.array(rosterPerson),
  proposals: z.array(rosterProposal),
});
export type PointRoster = z.infer<typeof pointRoster>;

/** `POST /api/console/points/:code/roster/changes`. Adding and changing need no reason, removing does. */
export const rosterChange = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('add'), ...particulars, reason: reason.default('') }),
  z.object({ kind: z.literal('change'), personId, ...particulars, reason: reason.default('') }),
  z.object({ kind: z.literal('remove'), personId, reason: givenReason }),
]);
export type RosterChange = z.infer<typeof rosterChange>;
export const rosterChanged = z.object({ personId });

/** `POST /api/console/points/:code/proposals/:id/decision` */
export const proposalDecision = z.object({ decision: z.enum(['accepted', 'refused']), reason: reason.default('') });
export type ProposalDecision = z.infer<typeof proposalDecision>;

/** What is handed out to one point so that its people can set their first PINs. The codes are said once and kept nowhere. */
export const pinCodeSheet = z.object({
  point: z.object({ code: pointCode, name: z.string() }),
  codes: z.array(z.object({ personId, fullName: z.string(), title: z.string(), code: z.string(), expiresAt: epochMs })),
});
export type PinCodeSheet = z.infer<typeof pinCodeSheet>;

/** `POST /api/console/pin-codes`. `points` null: all of them. `renew`: also in place of codes that still work. */
export const pinCodesRequest = z.object({ points: z.array(pointCode).max(5000).nullable(), renew: z.boolean() });
export const pinCodesIssued = z.object({
  sheets: z.array(pinCodeSheet),
  /** Whom the sheets are from, and whom to call. */
  hub: z.object({ name: z.string(), hotline: z.string() }),
});
export type PinCodesIssued = z.infer<typeof pinCodesIssued>;

/** `POST /api/console/points/:code/roster/:person/pin-code`. The code is said once and kept nowhere. */
export const pinCodeIssued = z.object({ code: z.string(), expiresAt: epochMs });
export type PinCodeIssued = z.infer<typeof pinCodeIssued>;
