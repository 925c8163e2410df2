import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { frameOf, splitFrames } from '../../../shared/protocol/link-frames.ts';
import {
  formatHello,
  formatSinkReport,
  LINK_STREAM_MODES,
  parseHello,
  parseSinkReport,
} from '../../../shared/protocol/link-stream.ts';
import { readUnseen, writeUnseen } from '../../../shared/protocol/link-unseen.ts';
import {
  decodeLinkMessage,
  encodeLinkMessage,
  LINK_HEADER_BYTES,
  LINK_MAX_BYTES,
} from '../../../shared/protocol/link-wire.ts';

const u32 = fc.integer({ min: 0, max: 0xffff_ffff });
const us = fc.maxSafeNat();
const hex = (digits: number) =>
  fc.array(fc.constantFrom(...'0123456789abcdef'), { minLength: digits, maxLength: digits }).map((all) => all.join(''));
const message = fc.record({
  type: fc.constantFrom('echo' as const, 'reply' as const),
  session: hex(16),
  sequence: u32,
  sentUs: us,
  receivedUs: us,
  repliedUs: us,
  receivedCount: u32,
});
const size = fc.integer({ min: LINK_HEADER_BYTES, max: LINK_MAX_BYTES });

describe('a link datagram', () => {
  it('comes back as it went, at the size asked for', () => {
    fc.assert(
      fc.property(message, size, (sent, bytes) => {
        const datagram = encodeLinkMessage(sent, bytes);
        expect(datagram.byteLength).toBe(bytes);
        expect(decodeLinkMessage(datagram)).toEqual(sent);
      }),
    );
  });

  it('is not read out of random bytes, whatever their length', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 2000 }), (bytes) => {
        fc.pre(bytes[0] !== 0x44 || bytes[1] !== 0x43);
        expect(decodeLinkMessage(bytes)).toBeNull();
      }),
    );
  });

  it('is refused when cut short, too long, of another version or of an unknown type', () => {
    const good = encodeLinkMessage(
      {
        type: 'echo',
        session: '0123456789abcdef',
        sequence: 1,
        sentUs: 1,
        receivedUs: 0,
        repliedUs: 0,
        receivedCount: 0,
      },
      100,
    );
    const changed = (at: number, value: number) =>
      Uint8Array.from(good, (byte, index) => (index === at ? value : byte));
    expect(decodeLinkMessage(good.subarray(0, LINK_HEADER_BYTES - 1))).toBeNull();
    expect(decodeLinkMessage(new Uint8Array(LINK_MAX_BYTES + 1).fill(0x44))).toBeNull();
    expect(decodeLinkMessage(changed(2, 2))).toBeNull();
    expect(decodeLinkMessage(changed(3, 9))).toBeNull();
    expect(() => encodeLinkMessage({ ...decodeLinkMessage(good)! }, LINK_MAX_BYTES + 1)).toThrow(RangeError);
  });
});

describe('how long an echo lay at the hub', () => {
  it('goes with the reply where there is room for it, and is nothing where a hub does not tell', () => {
    fc.assert(
      fc.property(message, size, u32, (sent, bytes, unseenUs) => {
        const datagram = encodeLinkMessage(sent, bytes);
        expect(readUnseen(datagram)).toBe(0);
        writeUnseen(datagram, unseenUs);
        expect(readUnseen(datagram)).toBe(bytes < LINK_HEADER_BYTES + 4 ? 0 : unseenUs);
        expect(decodeLinkMessage(datagram)).toEqual(sent);
      }),
    );
  });
});

describe('datagrams over TCP', () => {
  it('come out whole however the stream is cut', () => {
    const datagrams = fc.array(size, { minLength: 1, maxLength: 5 });
    fc.assert(
      fc.property(datagrams, fc.integer({ min: 1, max: 700 }), (sizes, step) => {
        const sent = sizes.map((bytes, index) => new Uint8Array(bytes).fill(index + 1));
        const stream = Uint8Array.from(sent.flatMap((datagram) => [...frameOf(datagram)]));
        const frames = splitFrames();
        const got: (Uint8Array | null)[] = [];
        for (let at = 0; at < stream.length; at += step) got.push(...frames.push(stream.slice(at, at + step)));
        expect(got).toEqual(sent);
      }),
    );
  });

  it('give up on an impossible length', () => {
    expect(splitFrames().push(Uint8Array.of(0, 3, 1, 2, 3))).toEqual([null]);
    expect(splitFrames().push(Uint8Array.of(0xff, 0xff))).toEqual([null]);
  });
});

describe('the lines of a stream', () => {
  it('are read as they were written', () => {
    const hello = fc.record({
      mode: fc.constantFrom(...LINK_STREAM_MODES),
      session: hex(16),
      nonce: hex(16),
      mac: hex(32),
    });
    fc.assert(
      fc.property(hello, (sent) => {
        expect(parseHello(formatHello(sent).trimEnd())).toEqual(sent);
      }),
    );
    const report = fc.record({ atUs: us, bytes: fc.integer({ min: 0, max: 1e14 }) });
    fc.assert(
      fc.property(report, (sent) => {
        expect(parseSinkReport(formatSinkReport(sent).trimEnd())).toEqual(sent);
      }),
    );
  });

  it('are refused in any other shape', () => {
    fc.assert(
      fc.property(fc.string(), (line) => {
        expect(parseHello(line)).toBeNull();
      }),
    );
    expect(parseHello(`DC1 flood ${'0'.repeat(16)} ${'0'.repeat(16)} ${'0'.repeat(32)}`)).toBeNull();
    expect(parseSinkReport('12 -4')).toBeNull();
  });
});
