import { describe, expect, it } from 'vitest';
import { lineHash } from '../../../electron/crypto/signed-line.ts';
import { provinceMinutes } from '../../../electron/province/minutes/gather.ts';
import type { JournalEvent } from '../../../shared/events/journal-event.ts';
import { type SealCheck, sealCheck } from '../../../shared/protocol/minutes.ts';
import { checkRunEvent, type TestDevice } from '../../support/device.ts';
import { pdfCode } from '../../support/pdf-code.ts';
import { pdfText } from '../../support/pdf-text.ts';
import { onBothDatabases, onSqlite } from './databases.ts';
import { MEETING, makeHub, ORIGIN, POINT, START, type TestHub } from './hub.ts';

const MINUTE = 60_000;
const PDF = `/api/console/meetings/${MEETING}/minutes/${POINT}`;

const signedIn: JournalEvent = {
  type: 'leader-signed-in',
  meetingId: MEETING,
  person: { id: 'chu-tich', fullName: 'Rah Lan Chửng', title: 'Chủ tịch UBND phường' },
  designatedPersonId: 'chu-tich',
  substitution: null,
};
const left: JournalEvent = { type: 'seat-left', meetingId: MEETING, note: 'nghe điện thoại khẩn' };
const incident: JournalEvent = {
  type: 'incident-opened',
  meetingId: MEETING,
  incidentId: '6f2c1a52-5b9e-4a52-8d3e-0c9f3a0f2b11',
  reporter: { by: 'app' },
  kind: 'line',
  what: 'Mất đường truyền tới tỉnh',
  since: START + 10 * MINUTE,
  proposedCause: 'objective',
  causeNote: '',
  measured: null,
};

async function course(device: TestDevice): Promise<string[]> {
  const answer: JournalEvent = { type: 'manual-answer', meetingId: MEETING, itemId: 'power', answer: 'yes', note: '' };
  return [
    await device.sign(checkRunEvent(MEETING), START - 40 * MINUTE),
    await device.sign(answer, START - 35 * MINUTE),
    await device.sign(signedIn, START - 9 * MINUTE),
    await device.sign(left, START + 5 * MINUTE),
    await device.sign(incident, START + 11 * MINUTE),
  ];
}

async function pdfOf(hub: TestHub): Promise<Buffer> {
  const headers = { ...ORIGIN, ...(await hub.signIn('office')) };
  const answer = await hub.app.inject({ url: PDF, headers });
  expect(answer.statusCode).toBe(200);
  expect(answer.headers).toMatchObject({
    'content-type': 'application/pdf',
    'cache-control': 'no-store',
    'content-disposition': `attachment; filename="minutes-${POINT}-${MEETING}.pdf"`,
  });
  return answer.rawPayload;
}

async function check(hub: TestHub, seal: string): Promise<SealCheck> {
  const headers = { ...ORIGIN, ...(await hub.signIn('viewer')) };
  const url = `/api/console/minutes-check?${new URLSearchParams({ seal })}`;
  const { status, body } = await hub.json({ url, headers });
  expect({ status, body }).toMatchObject({ status: 200 });
  return sealCheck.parse(body);
}

describe('the record of a meeting', () => {
  onBothDatabases((openNew) => {
    it('is printed, read back whole, and its code checked against the hub', async () => {
      const hub = await makeHub(await openNew());
      const device = await hub.enrol();
      const lines = await course(device);
      hub.clock.ms = START + 30 * MINUTE;
      await hub.push(device, lines.slice(0, 4));
      const pdf = await pdfOf(hub);
      const text = pdfText(pdf).replace(/\s+/g, ' ');
      for (const said of [
        'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM',
        'Độc lập - Tự do - Hạnh phúc',
        'Rah Lan Chửng',
        'Phường Quy Nhơn Bắc (21553)',
        'Người lập',
        'Xác nhận của tỉnh',
        'Trang 1/',
      ])
        expect(text).toContain(said);

      const link = pdfCode(pdf);
      expect(link).toMatch(/^http:\/\/127\.0\.0\.1:7443\/#\/check\//);
      expect(await check(hub, link ?? '')).toMatchObject({ verdict: 'same', held: 4, missing: [], added: [] });

      await hub.push(device, lines.slice(4));
      const later = await check(hub, link ?? '');
      expect(later).toMatchObject({ verdict: 'more', held: 4, missing: [] });
      expect(later.added.map(({ type }) => type)).toEqual(['incident-opened']);
    });
  });

  const openSqlite = onSqlite();

  it('says which entries of a record are not here', async () => {
    const [full, half] = [await makeHub(await openSqlite()), await makeHub(await openSqlite())];
    const device = await full.enrol();
    await full.push(device, await course(device));
    const link = pdfCode(await pdfOf(full)) ?? '';
    const other = await half.enrol();
    const some = await course(other);
    await half.push(other, some);
    const checked = await check(half, link);
    expect(checked).toMatchObject({ verdict: 'different', held: 0 });
    expect(checked.missing).toHaveLength(5);
    expect(checked.added.map(({ hash }) => hash).sort()).toEqual(some.map(lineHash).sort());
  });

  it('does not pass for whole when a stored line was touched', async () => {
    const hub = await makeHub(await openSqlite());
    const device = await hub.enrol();
    await hub.push(device, await course(device));
    const link = pdfCode(await pdfOf(hub)) ?? '';
    await hub.db.updateTable('entries').set({ at: 1 }).where('seq', '=', 3).execute();
    expect((await check(hub, link)).verdict).toBe('broken');
  });

  it('keeps the four axes apart and the corrections beside their originals', async () => {
    const hub = await makeHub(await openSqlite());
    const device = await hub.enrol();
    const lines = await course(device);
    const of = lineHash(lines[3] ?? '');
    const correction: JournalEvent = {
      type: 'correction',
      meetingId: MEETING,
      of,
      actor: 'Cán bộ kỹ thuật',
      reason: 'bấm nhầm',
      replacement: { kind: 'withdrawn' },
    };
    await hub.push(device, [...lines, await device.sign(correction, START + 12 * MINUTE)]);
    const minutes = await provinceMinutes(hub.db, MEETING, POINT, START + 60 * MINUTE);
    expect(minutes?.attendance).toMatchObject({
      composition: { status: 'right' },
      presence: { status: 'present' },
      verification: { status: 'self-declared' },
      connection: { status: 'no-data' },
    });
    expect(minutes?.entries.map(({ hash }) => hash)).toContain(of);
    expect(minutes?.attendance.timeline.corrections).toMatchObject([{ of, effect: 'applied' }]);
    expect(pdfText(await pdfOf(hub))).toContain('bấm nhầm');
  });

  it('is only for those who read discipline notes; what is no seal is said to be none', async () => {
    const hub = await makeHub(await openSqlite());
    const headers = { ...ORIGIN, ...(await hub.signIn('viewer')) };
    expect((await hub.json({ url: PDF, headers })).status).toBe(403);
    expect((await hub.json({ url: PDF })).status).toBe(401);
    const bad = await hub.json({ url: '/api/console/minutes-check?seal=x', headers });
    expect(bad).toEqual({ status: 400, body: { error: { code: 'input-invalid', values: { field: 'seal' } } } });
  });
});
