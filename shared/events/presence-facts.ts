import { z } from 'zod';
import { personName } from './event.ts';

/** What was said about it; may be empty. */
const note = z.string().trim().max(500);
const meetingId = z.string().max(64);

/** The leader left the seat while the meeting goes on. */
export const seatLeft = z.object({ type: z.literal('seat-left'), meetingId, note });
export const seatReturned = z.object({ type: z.literal('seat-returned'), meetingId, note });
/** The leader left for good before the end. */
export const leftEarly = z.object({ type: z.literal('left-early'), meetingId, note });
/** The meeting is over for this point. */
export const ended = z.object({ type: z.literal('ended'), meetingId, note });

/** The technician is at the point and stays to the end. `phone`: where the province reaches them; may be empty. */
export const technicianOnDuty = z.object({
  type: z.literal('technician-on-duty'),
  meetingId,
  fullName: personName,
  phone: z.string().trim().max(30),
});
export type TechnicianOnDuty = z.infer<typeof technicianOnDuty>;
