import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openPointService, type PointService } from '../../electron/point/point-service.ts';
import type { PointState } from '../../shared/point-state.ts';
import { furnish, type Hub, MEETING_ID, startHub } from '../support/province.ts';

const ENTRIES = 240;
const KILLS = 5;

describe('a hub that is killed while a point sends', () => {
  const workDir = mkdtempSync(join(tmpdir(), 'diem-cau-hub-killed-'));
  const provinceDir = join(workDir, 'province');
  let hub: Hub;
  let point: PointService;

  beforeAll(async () => {
    hub = await startHub(provinceDir);
    const { code } = await furnish(hub, workDir);
    const opened = await openPointService({ dataDir: join(workDir, 'point'), appVersion: '0.0.0' });
    if (!opened.ok) throw new Error(opened.error.code);
    point = opened.value;
    expect(await point.enrol(code)).toMatchObject({ ok: true });
  });
  afterAll(async () => {
    await point?.close();
    await hub?.stop();
    rmSync(workDir, { recursive: true, force: true });
  });

  it('has every entry once, in order, when it is back', async () => {
    const port = Number(new URL(hub.url).port);
    for (let number = 0; number < ENTRIES; number++) {
      const answer = { meetingId: MEETING_ID, itemId: 'power', answer: 'yes', note: `lần ${number}` } as const;
      expect(await point.answer(answer)).toMatchObject({ ok: true });
    }
    const stop = point.start();
    for (let kill = 0; kill < KILLS; kill++) {
      // While a batch is on its way, or as soon as one was received: in the middle either way.
      const received = point.state().sync.receivedSeq;
      await until((state) => state.sync.receivedSeq > received || state.sync.pending === 0);
      await hub.kill();
      hub = await startHub(provinceDir, port);
      void point.syncNow();
    }
    await until((state) => state.sync.pending === 0);
    stop();

    expect(await hub.command('verify')).toMatchObject({ devices: 1, entries: ENTRIES + 1, faults: [] });
    expect(point.state().sync).toMatchObject({ lastSeq: ENTRIES + 1, receivedSeq: ENTRIES + 1, pending: 0 });
  });

  function until(holds: (state: PointState) => boolean): Promise<void> {
    return new Promise((resolve) => {
      if (holds(point.state())) return resolve();
      const dispose = point.onChange((state) => {
        if (!holds(state)) return;
        dispose();
        resolve();
      });
    });
  }
});
