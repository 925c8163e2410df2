import { z } from 'zod';
import { entryHash } from '../events/entry-hash.ts';
import { meetingId, pointCode } from '../meeting/meeting.ts';

/** What a printed record says it is made of: enough to find out later whether the hub holds exactly these entries. */
export interface Seal {
  readonly meetingId: string;
  readonly point: string;
  /** SHA-256 (base64url) over the entries' hashes, sorted, one a line. */
  readonly digest: string;
  /** The beginnings of the hashes, sorted; empty where there were too many to print. */
  readonly marks: readonly string[];
}

/** So much of a hash tells the few entries of one meeting apart (36 bits). */
export const MARK_LENGTH = 6;
/** More would make the code too dense to be read from paper. */
export const MOST_MARKS = 120;

/** @param sha256 SHA-256 of a text, base64url */
export function sealOf(
  meetingId: string,
  point: string,
  hashes: readonly string[],
  sha256: (text: string) => string,
): Seal {
  const sorted = [...new Set(hashes)].sort();
  const marks = sorted.length > MOST_MARKS ? [] : sorted.map((hash) => hash.slice(0, MARK_LENGTH));
  return { meetingId, point, digest: sha256(sorted.join('\n')), marks };
}

const sealParts = z.tuple([
  z.literal('1'),
  meetingId,
  pointCode,
  entryHash,
  z
    .string()
    .regex(/^[A-Za-z0-9_-]*$/)
    .refine((text) => text.length % MARK_LENGTH === 0 && text.length <= MARK_LENGTH * MOST_MARKS),
]);

/** As it stands in the code's link: version, meeting, point, digest, marks. */
export function sealText({ meetingId: meeting, point, digest, marks }: Seal): string {
  return ['1', encodeURIComponent(meeting).replaceAll('.', '%2E'), point, digest, marks.join('')].join('.');
}

/** The link in the QR code: the console's page of the hub, which checks the seal. */
export function sealLink(hubUrl: string, seal: Seal): string {
  return `${hubUrl.replace(/\/+$/, '')}/#/check/${sealText(seal)}`;
}

/** Reads a seal from its text, or from a whole link around it; null for anything else. */
export function readSeal(text: string): Seal | null {
  const bare = text.trim().replace(/^.*#\/check\//, '');
  const parts = sealParts.safeParse(bare.split('.').map(decoded));
  if (!parts.success) return null;
  const [, meeting, point, digest, marks] = parts.data;
  return { meetingId: meeting, point, digest, marks: marks.match(/.{6}/g) ?? [] };
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return '';
  }
}
