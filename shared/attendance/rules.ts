import { z } from 'zod';
import { ATTACHMENT_TYPES, attachmentType } from '../events/authorisation.ts';

/** What a province decides about composition. DOMAIN: the rule differs by what the invitation says. */
export const attendanceRules = z.object({
  /** Whether a deputy by assignment is accepted without the chair's approval, by what the invitation asks for. */
  deputyAccepted: z.object({ head: z.boolean(), representative: z.boolean() }),
  /** Titles that cannot stand in for a leader; matched at the start of the title, without accents or case. */
  ineligibleTitles: z.array(z.string().trim().min(1).max(120)).max(50),
  /** How far a device's clock may be off that nobody measured: so much later must an entry be to prove an empty seat. */
  unmeasuredClockMinutes: z
    .number()
    .int()
    .min(0)
    .max(24 * 60),
  /** A point not heard of for so long during a meeting has lost its line; points report about every minute. */
  silentSeconds: z.number().int().min(90).max(3600).default(180),
  /** Line, camera or microphone gone for so long during a meeting: the software proposes an incident. */
  proposeIncidentSeconds: z.number().int().min(1).max(3600).default(10),
  /** The photo or PDF of a letter. */
  attachment: z.object({ maxBytes: z.number().int().min(1), types: z.array(attachmentType) }),
});
export type AttendanceRules = z.infer<typeof attendanceRules>;

/** What a province starts with, and what a policy from before these rules is read with. */
export const DEFAULT_ATTENDANCE_RULES: AttendanceRules = {
  deputyAccepted: { head: false, representative: true },
  ineligibleTitles: [],
  unmeasuredClockMinutes: 60,
  silentSeconds: 180,
  proposeIncidentSeconds: 10,
  attachment: { maxBytes: 5 * 1024 * 1024, types: [...ATTACHMENT_TYPES] },
};
