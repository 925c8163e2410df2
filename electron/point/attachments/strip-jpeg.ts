/** Markers of JPEG (ITU-T T.81, table B.1), the second byte of two. */
const SOI = 0xd8;
const EOI = 0xd9;
const SOS = 0xda;
const APP0 = 0xe0;
const APP1 = 0xe1;
const APP2 = 0xe2;
const APP14 = 0xee;
const APP15 = 0xef;
const COM = 0xfe;

/** In compressed data: a stuffed zero, or a restart marker. */
const isWithinScan = (byte: number) => byte === 0 || (byte >= 0xd0 && byte <= 0xd7);

/**
 * The same picture without what tells where, when and with what it was taken: EXIF, XMP, IPTC, comments, previews and whatever hangs on
 * behind the end. Which way up it is stays, or a letter would lie on its side. Null for what is no whole JPEG.
 */
export function stripJpeg(bytes: Uint8Array): Uint8Array | null {
  if (bytes[0] !== 0xff || bytes[1] !== SOI) return null;
  const kept: Uint8Array[] = [bytes.subarray(0, 2)];
  let orientation = 1;
  let at = 2;
  while (at + 3 < bytes.length || bytes[at + 1] === EOI) {
    const marker = bytes[at + 1] ?? 0;
    if (bytes[at] !== 0xff) return null;
    if (marker === EOI) return joined([...kept.slice(0, 1), ...turned(orientation), ...kept.slice(1), ENDING]);
    if (marker === 0xff) {
      // Fill bytes before a marker.
      at += 1;
      continue;
    }
    const length = ((bytes[at + 2] ?? 0) << 8) | (bytes[at + 3] ?? 0);
    if (length < 2) return null;
    const end = marker === SOS ? endOfScan(bytes, at + 2 + length) : at + 2 + length;
    const segment = bytes.subarray(at, end);
    if (marker === APP1) orientation = orientationOf(segment) ?? orientation;
    if (isPicture(marker, segment)) kept.push(segment);
    at = end;
  }
  return null;
}

const ENDING = Uint8Array.of(0xff, EOI);

function isPicture(marker: number, segment: Uint8Array): boolean {
  if (marker === COM) return false;
  if (marker < APP0 || marker > APP15) return true;
  // JFIF, the colours' meaning and Adobe's colour transform: without them it looks otherwise.
  return marker === APP0 || marker === APP14 || (marker === APP2 && startsWith(segment, 4, 'ICC_PROFILE'));
}

/** Where the next marker after a scan stands. */
function endOfScan(bytes: Uint8Array, from: number): number {
  let at = from;
  while (at + 1 < bytes.length && (bytes[at] !== 0xff || isWithinScan(bytes[at + 1] ?? 0))) at += 1;
  return at;
}

function startsWith(bytes: Uint8Array, at: number, text: string): boolean {
  return [...text].every((letter, index) => bytes[at + index] === letter.charCodeAt(0));
}

/** Tag 0x0112 of the first directory of an EXIF segment (TIFF 6.0, section 2): 1 to 8. */
function orientationOf(segment: Uint8Array): number | null {
  if (!startsWith(segment, 4, 'Exif') || segment.length < 24) return null;
  const view = new DataView(segment.buffer, segment.byteOffset + 10, segment.length - 10);
  const little = view.getUint16(0) === 0x4949;
  const directory = view.getUint32(4, little);
  if (directory + 2 > view.byteLength) return null;
  const entries = view.getUint16(directory, little);
  for (let entry = 0; entry < entries; entry += 1) {
    const at = directory + 2 + entry * 12;
    if (at + 12 > view.byteLength) return null;
    if (view.getUint16(at, little) !== 0x0112) continue;
    const value = view.getUint16(at + 8, little);
    return value >= 1 && value <= 8 ? value : null;
  }
  return null;
}

/** An EXIF segment that says which way up the picture is and nothing else; none for one that stands upright. */
function turned(orientation: number): readonly Uint8Array[] {
  if (orientation === 1) return [];
  const tiff = [0x4d, 0x4d, 0, 42, 0, 0, 0, 8, 0, 1, 0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, orientation, 0, 0, 0, 0, 0, 0];
  const body = [...'Exif'].map((letter) => letter.charCodeAt(0)).concat([0, 0], tiff);
  return [Uint8Array.of(0xff, APP1, 0, body.length + 2, ...body)];
}

function joined(parts: readonly Uint8Array[]): Uint8Array {
  return Buffer.concat(parts);
}
