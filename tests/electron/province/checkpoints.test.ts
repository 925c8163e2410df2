import { describe, expect, it, vi } from 'vitest';
import { holdsEntry, readCheckpoint } from '../../../electron/crypto/checkpoint.ts';
import { isContinued } from '../../../electron/crypto/merkle-verify.ts';
import { lineHash, publicKey } from '../../../electron/crypto/signed-line.ts';
import { growTree } from '../../../electron/province/checkpoints/grow-tree.ts';
import { keepSigning } from '../../../electron/province/checkpoints/keep-signing.ts';
import { verifyTree } from '../../../electron/province/checkpoints/verify-tree.ts';
import { insertRuling } from '../../../electron/province/db/rulings.ts';
import { newestCheckpoint } from '../../../electron/province/db/tree.ts';
import { hubFacts } from '../../../electron/province/identity.ts';
import { type CheckpointAnswer, type CheckpointClaims, checkpointAnswer } from '../../../shared/protocol/checkpoint.ts';
import type { TestDevice } from '../../support/device.ts';
import { onBothDatabases } from './databases.ts';
import { MEETING, makeHub, POINT, type TestHub } from './hub.ts';

const answer = (itemId: string) =>
  ({ type: 'manual-answer', meetingId: MEETING, itemId, answer: 'yes', note: '' }) as const;

async function send(hub: TestHub, device: TestDevice, count: number): Promise<string[]> {
  const lines: string[] = [];
  for (let i = 0; i < count; i += 1) lines.push(await device.sign(answer(`${i}`), i));
  expect((await hub.push(device, lines)).status).toBe(200);
  return lines;
}

async function ask(hub: TestHub, device: TestDevice, query: string): Promise<CheckpointAnswer> {
  const authorization = `Bearer ${await device.token(hub.deps.hub.id, hub.clock.ms)}`;
  const url = `/api/point/checkpoint?${query}`;
  return checkpointAnswer.parse((await hub.json({ method: 'GET', url, headers: { authorization } })).body);
}

async function signAll(hub: TestHub): Promise<void> {
  while ((await growTree(hub.db, hub.deps.hub, hub.clock.ms)) > 0);
}

async function headOf(hub: TestHub, { checkpoint }: CheckpointAnswer): Promise<CheckpointClaims> {
  const key = await publicKey((await hubFacts(hub.db)).publicKey);
  return (await readCheckpoint(checkpoint ?? '', key)) ?? expect.fail('no checkpoint of the hub');
}

async function verified(hub: TestHub) {
  return verifyTree(hub.db, await publicKey((await hubFacts(hub.db)).publicKey));
}

describe('checkpoints', () => {
  onBothDatabases((openNew) => {
    it('answers none before there is one, and asks who asks', async () => {
      const hub = await makeHub(await openNew());
      const device = await hub.enrol();
      expect(await ask(hub, device, 'known=0&seq=1')).toEqual({
        checkpoint: null,
        consistency: [],
        inclusion: null,
        received: 0,
      });
      expect((await hub.json({ method: 'GET', url: '/api/point/checkpoint' })).status).toBe(401);
    });

    it('are signed in rounds; the last one leaves nothing out', async () => {
      const hub = await makeHub(await openNew());
      const device = await hub.enrol();
      await send(hub, device, 3);
      const { db, clock, log } = hub.deps;
      const stop = keepSigning({ db, hub: hub.deps.hub, clock, log });
      const size = async () => (await newestCheckpoint(db))?.size;
      await vi.waitFor(async () => expect(await size()).toBe(3), { timeout: 20_000 });
      await send(hub, device, 4);
      await stop();
      expect(await size()).toBe(7);
      expect((await verified(hub)).faults).toEqual([]);
    });

    it('proves every entry, and that each checkpoint continues the one before', async () => {
      const hub = await makeHub(await openNew());
      const [one, two] = [await hub.enrol(), await hub.enrol()];
      let known: CheckpointClaims | null = null;
      const lines: string[] = [];
      for (let round = 0; round < 4; round += 1) {
        lines.push(...(await send(hub, one, 3)));
        await send(hub, two, round + 1);
        hub.clock.ms += 10_000;
        await signAll(hub);
        const answered = await ask(hub, one, `known=${known?.size ?? 0}&seq=${lines.length}`);
        const head = await headOf(hub, answered);
        if (known !== null) expect(isContinued(known, head, answered.consistency)).toBe(true);
        known = head;
      }
      for (const [index, line] of lines.entries()) {
        const { inclusion, ...answered } = await ask(hub, one, `seq=${index + 1}`);
        const entry = { device: one.id, hash: lineHash(line) };
        expect(inclusion && holdsEntry(entry, inclusion, await headOf(hub, answered as CheckpointAnswer))).toBe(true);
      }
      expect(await verified(hub)).toEqual({ leaves: 22, checkpoints: 4, faults: [] });
    });

    it('holds the province’s rulings too', async () => {
      const hub = await makeHub(await openNew());
      const ruling = { type: 'meeting-closed' } as const;
      const entry = {
        v: 1,
        id: 'r1',
        meetingId: MEETING,
        point: POINT,
        at: 5,
        actor: { kind: 'hub' },
        ruling,
      } as const;
      await insertRuling(hub.db, entry as Parameters<typeof insertRuling>[1]);
      await signAll(hub);
      expect(await verified(hub)).toEqual({ leaves: 1, checkpoints: 1, faults: [] });
      await hub.db.updateTable('rulings').set({ at: 6, line: '{}' }).execute();
      expect((await verified(hub)).faults).toMatchObject([{ code: 'leaf-changed', values: { position: 0 } }]);
    });

    it('signs one tree when several hub processes sign at once', async () => {
      const hub = await makeHub(await openNew());
      const devices = await Promise.all([hub.enrol(), hub.enrol(), hub.enrol()]);
      for (let round = 0; round < 5; round += 1) {
        const sends = devices.map((device) => send(hub, device, 4));
        await Promise.all([...sends, signAll(hub), signAll(hub), signAll(hub)]);
      }
      await signAll(hub);
      expect(await verified(hub)).toMatchObject({ leaves: 60, faults: [] });
    });
  });
});
