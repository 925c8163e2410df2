import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findAttachment, insertAttachment } from '../../../electron/province/db/attachments.ts';
import { openDatabase } from '../../../electron/province/db/open.ts';
import { notePushes } from '../../../electron/province/db/pushes.ts';
import { findPostgres, type PostgresServer, startPostgres } from '../../support/postgres.ts';
import { enrolOver, pushOver } from './over-http.ts';
import { provinceProgram } from './program.ts';

const bin = findPostgres();
const folder = mkdtempSync(join(tmpdir(), 'dc-move-'));
const dataDir = join(folder, 'hub');
const data = ['--data', dataDir];
const { run, serve } = provinceProgram();
const SENT = 12;
const KEY = { point: '1', sha256: 'a'.repeat(43) };
/** Every byte there is. */
const LETTER = Uint8Array.from({ length: 256 }, (_, at) => at);

const name = 'a province on SQLite';
const skipped = `${name}: SKIPPED, the Debian package postgresql is not installed`;

describe.skipIf(bin === null)(bin === null ? skipped : name, () => {
  let server: PostgresServer | null = null;
  beforeAll(async () => {
    server = await startPostgres(bin ?? '');
  }, 60_000);
  afterAll(async () => {
    await server?.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  it('moves to PostgreSQL whole or not at all, and is served from there', { timeout: 240_000 }, async () => {
    const points = join(folder, 'points.csv');
    writeFileSync(
      points,
      'code,name,kind\n1,Xã Ia Ơ,commune\nA-1,Phường Quy Nhơn,ward\na,Xã a,commune\nB,Xã B,commune\n',
    );
    await run('import-points', points, ...data);
    const before = await serve(...data);
    const { stdout: code } = await run('enrol', '--point', '1', '--json', ...data);
    const device = await enrolOver(before, JSON.parse(code).code);
    const lines: string[] = [];
    for (let i = 0; i <= SENT; i += 1) {
      const event = { type: 'manual-answer', meetingId: 'm', itemId: `${i}`, answer: 'yes', note: '' } as const;
      lines.push(await device.sign(event, i));
    }
    await pushOver(before, device, lines.slice(0, SENT));
    const to = (await server?.newDatabase()) ?? '';
    const move = (...more: string[]) => run('migrate', '--from', 'sqlite', ...data, '--json', ...more);

    // Its hub still takes lines: nothing is moved.
    const running = await move('--to', to);
    expect([running.code, running.stdout]).toEqual([1, '']);
    expect(running.stderr).toMatch(/\[move-hub-running\]\n$/);
    await before.end('SIGTERM');
    await wipeLastPush();
    await keepLetter();

    const moved = await move('--to', to);
    expect([moved.code, moved.stderr]).toEqual([0, expect.stringContaining(`entries: ${SENT} of ${SENT} rows`)]);
    const { tables } = JSON.parse(moved.stdout) as { tables: { table: string; rows: number; sha256: string }[] };
    expect(tables.map(({ table }) => table)).toEqual(
      expect.arrayContaining(['accounts', 'attachments', 'entries', 'tree_leaves']),
    );
    expect(tables.find(({ table }) => table === 'points')?.rows).toBe(4);

    // Not twice, not over other data, and nothing is served from the old place any more.
    expect((await move('--to', (await server?.newDatabase()) ?? '')).stderr).toMatch(/\[province-moved\]\n$/);
    expect((await run('enrol', '--point', '1', ...data)).stderr).toMatch(/\[province-moved\]\n$/);
    await expect(serve(...data)).rejects.toThrow('was moved to');
    const other = ['--data', join(folder, 'other')];
    await run('import-points', points, ...other);
    const used = await run('migrate', '--from', 'sqlite', '--to', to, ...other);
    expect(used.stderr).toMatch(/\[move-target-used\]\n$/);

    const after = await serve(...data, '--database', to);
    expect(after.hubId).toBe(before.hubId);
    expect(await pushOver(after, device, lines)).toMatchObject({ accepted: 1, duplicates: SENT });
    await after.end('SIGTERM');
    const verified = await run('verify', '--json', ...data, '--database', to);
    expect(JSON.parse(verified.stdout)).toMatchObject({ devices: 1, entries: SENT + 1, faults: [] });
    expect(await letterAt(to)).toEqual(LETTER);
    // The number of the push that was gone before the move is not given again.
    expect(await lastPosition(to)).toBe(3);
  });

  /** A push's number was given and its row is gone. */
  async function wipeLastPush(): Promise<void> {
    const db = await openDatabase({ dataDir });
    const { id } = await db.selectFrom('devices').select('id').executeTakeFirstOrThrow();
    await notePushes(db, [{ deviceId: id, firstSeq: 1, lastSeq: 1 }]);
    await db.deleteFrom('pushes').where('position', '=', 2).execute();
    await db.destroy();
  }

  async function keepLetter(): Promise<void> {
    const db = await openDatabase({ dataDir });
    await insertAttachment(db, KEY, { type: 'application/pdf', body: LETTER, receivedAt: Date.now() });
    await db.destroy();
  }

  async function letterAt(database: string): Promise<Uint8Array> {
    const db = await openDatabase({ dataDir, database });
    const found = await findAttachment(db, KEY.point, KEY.sha256);
    await db.destroy();
    return Uint8Array.from(found?.body ?? []);
  }

  async function lastPosition(database: string): Promise<number> {
    const db = await openDatabase({ dataDir, database });
    const rows = await db.selectFrom('pushes').select('position').orderBy('position', 'desc').execute();
    await db.destroy();
    return rows[0]?.position ?? 0;
  }
});
