import { z } from 'zod';
import { epochMs, personName } from './event.ts';

/** A day of the province's calendar, `2026-01-31`. */
export const calendarDay = z.iso.date();

/** How an approval reached whoever wrote it down. */
export const APPROVAL_CHANNELS = ['in-person', 'phone', 'document', 'message', 'other'] as const;
export const approvalChannel = z.enum(APPROVAL_CHANNELS);
export type ApprovalChannel = z.infer<typeof approvalChannel>;

/** An approval by the chair or on the chair's behalf: who, when, by what channel. */
export const approval = z.object({
  approver: personName,
  approvedAt: epochMs,
  channel: approvalChannel,
});
export type Approval = z.infer<typeof approval>;

export const ATTACHMENT_TYPES = ['image/jpeg', 'image/png', 'application/pdf'] as const;
export const attachmentType = z.enum(ATTACHMENT_TYPES);
export type AttachmentType = z.infer<typeof attachmentType>;

/** A file kept beside the journal under the hash of its bytes (SHA-256, base64url): the entry proves the file. */
export const attachmentRef = z.object({
  sha256: z.string().regex(/^[A-Za-z0-9_-]{43}$/),
  type: attachmentType,
  bytes: z.number().int().positive(),
});
export type AttachmentRef = z.infer<typeof attachmentRef>;

/**
 * What a letter of authorisation or an assignment says beside number, signer and reason. Absent in what was recorded before these were
 * asked for. `approvalClaim` is what the point says; the approval that counts is the province's ruling.
 */
export const authorisationParts = {
  documentDate: calendarDay.optional(),
  authorised: z.object({ fullName: personName, title: z.string().trim().max(200) }).optional(),
  scope: z.string().trim().max(300).optional(),
  approvalClaim: approval.nullable().optional(),
  attachment: attachmentRef.nullable().optional(),
};
