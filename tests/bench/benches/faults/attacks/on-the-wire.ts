import { cpSync } from 'node:fs';
import { deviceToken } from '../../../../../electron/point/device-token.ts';
import { listAudit } from '../../../../../electron/province/db/audit.ts';
import { listDevices } from '../../../../../electron/province/db/devices.ts';
import { failureBody } from '../../../../../shared/protocol/failure.ts';
import { file, type Stage, serve, withDb, withPoint } from '../stage.ts';
import { type Attack, deviceKeyOf, linesOf } from './attack.ts';

/** Pushes lines in the name of the device of `dir`; the hub's answer with what its audit log says of it. */
async function pushAs(
  { hubDir }: Stage,
  dir: string,
  device: string,
  lines: readonly string[],
): Promise<readonly string[]> {
  const hub = await serve(hubDir);
  try {
    const token = await deviceToken(await deviceKeyOf(dir), { id: device, hubId: hub.hubId }, Date.now());
    const answer = await fetch(`${hub.url}/api/point/entries`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
      body: JSON.stringify({ entries: lines }),
    });
    if (answer.ok) return [];
    const { error } = failureBody.parse(await answer.json());
    const [noted] = await withDb(hubDir, (db) => listAudit(db, 1));
    return noted?.action === 'push-refused' ? [error.code] : [];
  } finally {
    await hub.stop();
  }
}

async function deviceIds({ hubDir }: Stage): Promise<readonly [string, string]> {
  const devices = await withDb(hubDir, listDevices);
  const of = (point: string) => devices.find(({ pointCode }) => pointCode === point)?.id ?? '';
  return [of('1'), of('2')];
}

/** By somebody who can send to the hub as a device. It must refuse, and keep a trace of it. */
export const ON_THE_WIRE: readonly Attack[] = [
  {
    name: 'replay entries of another device',
    by: 'hub',
    code: 'journal-bad-signature',
    async run(stage) {
      const [, other] = await deviceIds(stage);
      const lines = linesOf(stage.pointDirs[0]).slice(-1);
      return pushAs(
        stage,
        stage.pointDirs[1],
        other,
        lines.map(({ jws }) => jws),
      );
    },
  },
  {
    name: 'send entries with one left out',
    by: 'hub',
    code: 'journal-gap',
    async run(stage) {
      const [device] = await deviceIds(stage);
      await withPoint(stage.pointDirs[0], 'http://127.0.0.1:9', (point) => file(point, 2));
      const waiting = linesOf(stage.pointDirs[0]).slice(-2);
      return pushAs(
        stage,
        stage.pointDirs[0],
        device,
        waiting.map(({ jws }) => jws),
      );
    },
  },
  {
    name: 'fork a chain from a copied disk',
    by: 'hub',
    code: 'journal-bad-chain',
    async run(stage) {
      const [dir] = stage.pointDirs;
      const [device] = await deviceIds(stage);
      const copy = `${dir}-copied-disk`;
      cpSync(dir, copy, { recursive: true });
      const hub = await serve(stage.hubDir);
      await withPoint(dir, hub.url, async (point) => {
        await file(point, 2);
        await point.syncNow();
      });
      await hub.stop();
      await withPoint(copy, 'http://127.0.0.1:9', (point) => file(point, 2));
      return pushAs(
        stage,
        copy,
        device,
        linesOf(copy)
          .slice(-2)
          .map(({ jws }) => jws),
      );
    },
  },
];
