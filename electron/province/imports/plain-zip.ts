import { crc32, inflateRawSync } from 'node:zlib';

/** One file of a ZIP archive, unpacked. */
export interface ZipEntry {
  readonly name: string;
  readonly bytes: Buffer;
}

const END = 0x06054b50;
const IN_DIRECTORY = 0x02014b50;
const LOCAL = 0x04034b50;
const END_BYTES = 22;
const LONGEST_COMMENT = 0xffff;
const [STORED, DEFLATED] = [0, 8];

/**
 * Unpacks an archive by its central directory, and nothing beyond `mostBytes` in all: what an archive says of its own sizes is not
 * believed. Null when it is none, is encrypted, or holds more. (ZIP64 is for files far larger than we take.)
 */
export function unzipWithin(zip: Buffer, mostBytes: number, mostEntries = 500): readonly ZipEntry[] | null {
  try {
    const entries: ZipEntry[] = [];
    let left = mostBytes;
    for (const { name, packed, method } of directoryOf(zip, mostEntries)) {
      const bytes = method === STORED ? packed : inflateRawSync(packed, { maxOutputLength: Math.max(1, left) });
      left -= bytes.length;
      if (left < 0) return null;
      entries.push({ name, bytes });
    }
    return entries;
  } catch {
    return null;
  }
}

interface Packed {
  readonly name: string;
  readonly packed: Buffer;
  readonly method: number;
}

function* directoryOf(zip: Buffer, mostEntries: number): Generator<Packed> {
  const end = endOf(zip);
  const count = zip.readUInt16LE(end + 10);
  if (count > mostEntries) throw new RangeError('too many entries');
  let at = zip.readUInt32LE(end + 16);
  for (let index = 0; index < count; index += 1) {
    if (zip.readUInt32LE(at) !== IN_DIRECTORY) throw new RangeError('no entry');
    const [flags, method] = [zip.readUInt16LE(at + 8), zip.readUInt16LE(at + 10)];
    if ((flags & 1) !== 0 || (method !== STORED && method !== DEFLATED)) throw new RangeError('not to be unpacked');
    const size = zip.readUInt32LE(at + 20);
    const lengths = [28, 30, 32].map((offset) => zip.readUInt16LE(at + offset));
    const [nameLength = 0, extraLength = 0, commentLength = 0] = lengths;
    const name = zip.toString('utf8', at + 46, at + 46 + nameLength);
    yield { name, method, packed: packedAt(zip, zip.readUInt32LE(at + 42), size) };
    at += 46 + nameLength + extraLength + commentLength;
  }
}

function packedAt(zip: Buffer, at: number, size: number): Buffer {
  if (zip.readUInt32LE(at) !== LOCAL) throw new RangeError('no local entry');
  const from = at + 30 + zip.readUInt16LE(at + 26) + zip.readUInt16LE(at + 28);
  if (from + size > zip.length) throw new RangeError('cut off');
  return zip.subarray(from, from + size);
}

function endOf(zip: Buffer): number {
  const first = Math.max(0, zip.length - END_BYTES - LONGEST_COMMENT);
  for (let at = zip.length - END_BYTES; at >= first; at -= 1) if (zip.readUInt32LE(at) === END) return at;
  throw new RangeError('no archive');
}

/** An archive of these files, each as it is: nothing in it claims a size it has not. */
export function zipPlainly(entries: readonly ZipEntry[]): Buffer {
  const parts: Buffer[] = [];
  const directory: Buffer[] = [];
  let at = 0;
  for (const { name, bytes } of entries) {
    const named = Buffer.from(name);
    const facts = factsOf(bytes, named);
    const local = Buffer.concat([uint32(LOCAL), uint16(VERSION), facts, named]);
    directory.push(
      ...[uint32(IN_DIRECTORY), uint16(VERSION), uint16(VERSION), facts, Buffer.alloc(10), uint32(at), named],
    );
    parts.push(local, bytes);
    at += local.length + bytes.length;
  }
  const index = Buffer.concat(directory);
  const count = uint16(entries.length);
  return Buffer.concat([
    ...[...parts, index, uint32(END), uint32(0), count, count],
    ...[uint32(index.length), uint32(at), uint16(0)],
  ]);
}

const VERSION = 20;
/** Names are UTF-8. */
const FLAGS = 0x0800;

/** What stands alike in the local entry and in the directory: from the flags to the length of what is extra. */
function factsOf(bytes: Buffer, name: Buffer): Buffer {
  const size = uint32(bytes.length);
  return Buffer.concat([
    ...[uint16(FLAGS), uint16(STORED), uint32(0), uint32(crc32(bytes)), size, size],
    ...[uint16(name.length), uint16(0)],
  ]);
}

function uint16(value: number): Buffer {
  const bytes = Buffer.alloc(2);
  bytes.writeUInt16LE(value);
  return bytes;
}

function uint32(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value);
  return bytes;
}
