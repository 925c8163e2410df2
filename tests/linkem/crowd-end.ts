import { z } from 'zod';
import { measureLink } from '../../electron/checks/link/probe.ts';
import { createHubClient } from '../../electron/point/hub-client.ts';
import { takeLinkTurn } from '../../electron/point/link-turn.ts';
import type { ProbeOutcome } from '../../shared/checks/probe-outcome.ts';
import { DEFAULT_POLICY } from '../../shared/policy/default-policy.ts';
import { ok } from '../../shared/result.ts';
import { makeDevice, type TestDevice } from '../support/device.ts';
import { CROWD_DOOR_PORT, CROWD_HUB_PORT } from './crowd-ports.ts';

/**
 * The near end of a crowd: `CROWD_POINTS` points in one process, each with its own device, address and access link (README.md, Many
 * points). First `CROWD_ALONE` of them one after the other, then all at once. The last line: `{ alone, together, togetherMs }`.
 */
const points = Number(process.env.CROWD_POINTS);
const alone = Number(process.env.CROWD_ALONE);
const devices = await Promise.all(Array.from({ length: points }, (_, index) => makeDevice(String(index + 1))));
const { hubId, pin } = await enrolAll(devices);

const oneByOne: ProbeOutcome[] = [];
for (const [index, device] of devices.slice(0, alone).entries()) oneByOne.push(await measureAs(index + 1, device));
say(`${alone} points measured alone`);

const start = performance.now();
let done = 0;
const together = await Promise.all(
  devices.map(async (device, index) => {
    const outcome = await measureAs(index + 1, device);
    done += 1;
    if (done % 10 === 0 || done === points) say(`${done} of ${points} points, ${seconds()} s`);
    return outcome;
  }),
);
// So many outcomes are more than a pipe holds: the process may end only once they are through.
const result = JSON.stringify({ alone: oneByOne, together, togetherMs: performance.now() - start });
process.stdout.write(`${result}\n`, () => process.exit(0));

async function measureAs(number: number, device: TestDevice): Promise<ProbeOutcome> {
  const hubUrl = `https://10.77.1.${number}:${CROWD_HUB_PORT}`;
  const hub = createHubClient({ url: hubUrl, pin }, async () => ok(await device.token(hubId, Date.now())));
  const { waitMostMs } = DEFAULT_POLICY.linkTests;
  try {
    return await measureLink({
      hubUrl,
      hubPin: pin,
      signal: new AbortController().signal,
      onProgress: () => {},
      grant: (signal, asking) => takeLinkTurn({ hub, waitMostMs }, signal, asking),
      lease: {
        async need(rates, signal) {
          const set = await hub.linkNeed(rates, signal);
          return set.ok ? set.value : null;
        },
        async end(signal) {
          await hub.endLinkSession(signal);
        },
      },
    });
  } finally {
    await hub.close();
  }
}

async function enrolAll(all: readonly TestDevice[]): Promise<{ hubId: string; pin: string }> {
  const body = JSON.stringify(all.map(({ id, key }) => ({ id, key })));
  const door = `http://${process.env.LINK_SERVER}:${CROWD_DOOR_PORT}`;
  const answer = await fetch(door, { method: 'POST', body });
  return z.object({ hubId: z.string(), pin: z.string() }).parse(await answer.json());
}

function seconds(): string {
  return ((performance.now() - start) / 1000).toFixed(0);
}

function say(text: string): void {
  process.stderr.write(`${text}\n`);
}
