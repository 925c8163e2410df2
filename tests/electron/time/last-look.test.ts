import { createSocket } from 'node:dgram';
import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { traceLooks, watchLooks } from '../../../electron/time/last-look.ts';

describe('when a datagram may have come', () => {
  it('is when it is read, where the loop passes as often as its timer can', () => {
    const trace = traceLooks(0);
    for (let ms = 4; ms < 400; ms += 4) {
      trace.pass(ms);
      trace.looked();
      expect(trace.read(ms + 3)).toBe(0);
    }
  });

  it('is as early as the look before the stall, until one look has read all there was', () => {
    const trace = traceLooks(0);
    trace.pass(100);
    trace.looked();
    // Stands still from 101 to 300; the timers come first.
    trace.pass(300);
    for (let n = 0; n < 32; n += 1) expect(trace.read(300.5)).toBeCloseTo(200.5);
    trace.looked();
    expect(trace.read(301)).toBeCloseTo(201);
    trace.pass(304);
    expect(trace.read(304.2)).toBeCloseTo(204.2);
    trace.looked();
    expect(trace.read(305)).toBe(0);
  });

  it('is never later than it came: however the loop stands still', () => {
    const turn = fc.record({ workMs: fc.integer({ min: 0, max: 300 }), come: fc.integer({ min: 0, max: 60 }) });
    fc.assert(
      fc.property(fc.array(turn, { maxLength: 40 }), (turns) => {
        const trace = traceLooks(0);
        const waiting: number[] = [];
        let nowMs = 0;
        for (const { workMs, come } of turns) {
          trace.pass(nowMs);
          // One look reads 32 at most.
          for (const cameMs of waiting.splice(0, 32)) expect(nowMs - trace.read(nowMs)).toBeLessThanOrEqual(cameMs + 8);
          trace.looked();
          for (let n = 1; n <= come; n += 1) waiting.push(nowMs + (n * workMs) / (come + 1));
          nowMs += workMs;
        }
      }),
    );
  });
});

/** Sends so many datagrams as soon as it is asked to, and says so without a turn of anybody's loop. */
const SENDER = `
const { parentPort, workerData } = require('node:worker_threads');
const socket = require('node:dgram').createSocket('udp4');
const allSent = new Int32Array(workerData.shared);
parentPort.on('message', async (times) => {
  for (let n = 0; n < times; n += 1) await new Promise((sent) => socket.send('x', workerData.port, '127.0.0.1', sent));
  Atomics.store(allSent, 0, 1);
  Atomics.notify(allSent, 0);
});`;

it('knows of a real loop that it stood still while datagrams came', async () => {
  const socket = createSocket('udp4').bind(0, '127.0.0.1');
  await once(socket, 'listening');
  const looks = watchLooks();
  const unseenMs: number[] = [];
  socket.on('message', () => unseenMs.push(looks.unseenUs() / 1_000));
  const allSent = new Int32Array(new SharedArrayBuffer(4));
  const workerData = { port: socket.address().port, shared: allSent.buffer };
  const sender = new Worker(SENDER, { eval: true, workerData });
  await once(sender, 'online');
  sender.postMessage(50);
  // This thread sleeps until all were sent, and some more.
  Atomics.wait(allSent, 0, 0, 10_000);
  Atomics.wait(allSent, 0, 1, 60);
  await expect.poll(() => unseenMs.length).toBe(50);
  for (const ms of unseenMs) expect(ms).toBeGreaterThan(50);
  looks.stop();
  await sender.terminate();
  socket.close();
});
