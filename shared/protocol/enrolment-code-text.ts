import { type EnrolmentCode, enrolmentCode } from './enrolment.ts';

const PREFIX = 'DC1.';
const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';

/** The code as it is printed, pasted and scanned: `DC1.` and base64url of JSON (all of it ASCII). */
export function formatEnrolmentCode(code: EnrolmentCode): string {
  return PREFIX + toBase64Url(JSON.stringify(enrolmentCode.parse(code)));
}

/** What a code says, or null when it is none. Blanks and line breaks from pasting do not count. */
export function parseEnrolmentCode(text: string): EnrolmentCode | null {
  const compact = text.replace(/\s+/g, '');
  if (!compact.startsWith(PREFIX)) return null;
  const json = fromBase64Url(compact.slice(PREFIX.length));
  if (json === null) return null;
  try {
    const parsed = enrolmentCode.safeParse(JSON.parse(json));
    return parsed.success ? parsed.data : null;
  } catch {
    return null;
  }
}

function toBase64Url(ascii: string): string {
  let out = '';
  for (let i = 0; i < ascii.length; i += 3) {
    const [a = 0, b = 0, c = 0] = [...ascii.slice(i, i + 3)].map((char) => char.charCodeAt(0));
    const bits = (a << 16) | (b << 8) | c;
    const length = Math.min(ascii.length - i, 3) + 1;
    for (let digit = 0; digit < length; digit += 1) out += ALPHABET.charAt((bits >> (18 - 6 * digit)) & 63);
  }
  return out;
}

function fromBase64Url(text: string): string | null {
  let out = '';
  for (let i = 0; i < text.length; i += 4) {
    const digits = [...text.slice(i, i + 4)].map((char) => ALPHABET.indexOf(char));
    if (digits.length === 1 || digits.includes(-1)) return null;
    const [a = 0, b = 0, c = 0, d = 0] = digits;
    const bits = (a << 18) | (b << 12) | (c << 6) | d;
    for (let byte = 0; byte < digits.length - 1; byte += 1) out += String.fromCharCode((bits >> (16 - 8 * byte)) & 255);
  }
  return out;
}
