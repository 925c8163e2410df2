import type { Readable } from 'node:stream';
import { buffer, text } from 'node:stream/consumers';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, it, onTestFinished, vi } from 'vitest';
import type { Db } from '../../../electron/province/db/schema.ts';
import type { Press, PrintOrder } from '../../../electron/province/reports/press/press.ts';
import { printReport } from '../../../electron/province/reports/press/print-here.ts';
import { printInThreads } from '../../../electron/province/reports/press/print-in-threads.ts';
import { bundle } from '../point/bundle.ts';
import { onBothDatabases, onSqlite, storeOf } from './databases.ts';
import { MEETING, makeHub, START } from './hub.ts';

vi.setConfig({ testTimeout: 20_000 });

let built: ReturnType<typeof bundle>;
beforeAll(() => {
  built = bundle('electron/province/reports/press/thread.ts', 'report-thread');
});
afterAll(() => built.remove());

const narrowed = { cluster: null, point: null };
const READINESS = { kind: 'readiness', meeting: MEETING, narrowed, contacts: true } as const;

function orderOf(format: PrintOrder['format'], changes: Partial<PrintOrder> = {}): PrintOrder {
  return { asked: READINESS, now: START, lang: 'vi', format, section: undefined, ...changes };
}

async function pressFor(db: Db): Promise<Press> {
  await makeHub(db);
  const press = printInThreads(pathToFileURL(built.file), storeOf(db));
  onTestFinished(press.close);
  return press;
}

const never = () => new AbortController().signal;

async function printed(press: Press, order: PrintOrder): Promise<Readable> {
  const answer = await press.print(order, never());
  if (!answer.ok) throw new Error(answer.error.code);
  return answer.value;
}

onBothDatabases((openNew) => {
  it('makes in a thread what is made here', async () => {
    const db = await openNew();
    const press = await pressFor(db);
    for (const format of ['json', 'csv'] as const) {
      const here = await printReport(db, orderOf(format));
      if (!here.ok) throw new Error(here.error.code);
      expect(await text(await printed(press, orderOf(format)))).toBe(await text(here.value));
    }
    // These two hold when they were made.
    expect((await buffer(await printed(press, orderOf('xlsx')))).subarray(0, 2).toString()).toBe('PK');
    expect((await text(await printed(press, orderOf('pdf')))).trimEnd()).toMatch(/^%PDF-1\.7.*%%EOF$/s);
  });

  it('says what is not there', async () => {
    const press = await pressFor(await openNew());
    const asked = { ...READINESS, meeting: 'không có' };
    expect(await press.print(orderOf('json', { asked }), never())).toMatchObject({
      error: { code: 'meeting-unknown' },
    });
    expect(await press.print(orderOf('csv', { section: 'không có' }), never())).toMatchObject({
      error: { code: 'input-invalid', values: { field: 'section' } },
    });
  });
});

describe('reports in threads', () => {
  const openNew = onSqlite();

  it('ends the making when its reader goes, and makes the next', async () => {
    const press = await pressFor(await openNew());
    // As many as are made at once, and each is left alone after its first piece.
    for (let left = 0; left < 3; left += 1) {
      const body = await printed(press, orderOf('pdf'));
      await body[Symbol.asyncIterator]().next();
      body.destroy();
    }
    expect(await text(await printed(press, orderOf('csv')))).toContain('Phường An Khê');
  });

  it('lets those who wait have their turn, sends away who comes behind too many, and forgets who leaves', async () => {
    const press = await pressFor(await openNew());
    const held = [await printed(press, orderOf('pdf')), await printed(press, orderOf('pdf'))];
    const leaver = new AbortController();
    const leaving = press.print(orderOf('json'), leaver.signal);
    const waiting = Array.from({ length: 19 }, () => printed(press, orderOf('json')).then(text));
    expect(await press.print(orderOf('json'), never())).toMatchObject({ error: { code: 'hub-busy' } });
    leaver.abort();
    expect(await leaving).toMatchObject({ error: { code: 'cancelled' } });
    for (const body of held) body.destroy();
    expect(new Set(await Promise.all(waiting)).size).toBe(1);
  });

  it('stops a report in the making when nobody waits for it any more', async () => {
    const press = await pressFor(await openNew());
    const gone = new AbortController();
    const answer = press.print(orderOf('pdf'), gone.signal);
    await Promise.resolve();
    gone.abort();
    expect(await answer).toMatchObject({ error: { code: 'cancelled' } });
    expect(await text(await printed(press, orderOf('csv')))).toContain('Phường An Khê');
  });

  it('tells of a thread that fails, and starts another for the next', async () => {
    const db = await openNew();
    const press = await pressFor(db);
    await db.schema.alterTable('points').renameTo('points_gone').execute();
    await expect(press.print(orderOf('json'), never())).rejects.toThrow('points');
    await db.schema.alterTable('points_gone').renameTo('points').execute();
    expect(await text(await printed(press, orderOf('csv')))).toContain('Phường An Khê');
  });
});
