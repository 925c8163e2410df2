import { parse } from 'csv-parse/sync';
import { describe, expect, it } from 'vitest';
import { issueApiToken } from '../../../electron/province/auth/api-token.ts';
import { listAudit } from '../../../electron/province/db/audit.ts';
import { readinessReport } from '../../../shared/protocol/console.ts';
import { checkRunEvent, passed } from '../../support/device.ts';
import { onBothDatabases } from './databases.ts';
import { MEETING, makeHub, POINT, START, type TestHub } from './hub.ts';

onBothDatabases((openNew) => {
  const RAN_AT = START - 30 * 60_000;
  const SIGNED_IN_AT = START - 10 * 60_000;
  const url = (query = '') => `/api/reports/readiness?meeting=${MEETING}${query}`;

  async function tokenFor(hub: TestHub, scopes: 'reports:read'[] = ['reports:read']) {
    const now = hub.clock.ms;
    const token = await issueApiToken(hub.db, { name: 'van-phong', scopes, now, expiresAt: now + 1000 });
    return { authorization: `Bearer ${token}` };
  }

  /** One point has run its check and its leader sits; the other one is silent. */
  async function report(hub: TestHub): Promise<void> {
    const device = await hub.enrol();
    const slow = { uploadMbps: 1.2, limitMbps: 1.5 };
    const link = { ...passed('link'), verdict: 'fail', reason: 'a-reason-of-tomorrow', values: slow } as const;
    const run = checkRunEvent(MEETING, [passed('camera'), link]);
    const leader = {
      type: 'leader-signed-in',
      meetingId: MEETING,
      person: { id: 'pho', fullName: '=Rah Lan Chung', title: 'Phó Chủ tịch UBND phường' },
      designatedPersonId: 'chu-tich',
      substitution: { basis: 'authorisation', documentNumber: '5/GUQ', signer: 'Chủ tịch', reason: 'đi công tác' },
    } as const;
    const answer = { type: 'manual-answer', meetingId: MEETING, note: '' } as const;
    const lines = [
      await device.sign(run, RAN_AT),
      await device.sign({ ...answer, itemId: 'technician-present', answer: 'yes' }, RAN_AT),
      await device.sign(leader, SIGNED_IN_AT),
    ];
    const { status, body } = await hub.push(device, lines);
    if (status !== 200) throw new Error(JSON.stringify(body));
  }

  async function table(hub: TestHub, lang: 'vi' | 'en') {
    const answer = await hub.app.inject({ url: url(`&format=csv&lang=${lang}`), headers: await tokenFor(hub) });
    const [columns = [], ...rows] = parse(answer.body, {
      bom: true,
      delimiter: lang === 'vi' ? ';' : ',',
    }) as string[][];
    return { answer, columns, rows: rows.map((row) => Object.fromEntries(columns.map((name, i) => [name, row[i]]))) };
  }

  describe('GET /api/reports/readiness', () => {
    it('answers a token with the scope the report as JSON, and writes down who took it', async () => {
      const hub = await makeHub(await openNew());
      await report(hub);
      hub.clock.ms += 500;
      const { status, body } = await hub.json({ url: url(), headers: await tokenFor(hub) });
      const { rows } = readinessReport.parse(body);
      expect(status).toBe(200);
      expect(rows.map(({ point, state, lastContactAt }) => [point.name, state, lastContactAt])).toEqual([
        ['Phường An Khê', 'no-data', null],
        ['Phường Quy Nhơn Bắc', 'not-ready', hub.clock.ms - 500],
      ]);
      expect(rows[1]).toMatchObject({
        lastRunAt: RAN_AT,
        policyVersion: 'default-1',
        manual: { no: [] },
        leader: { composition: 'substitute-pending', at: SIGNED_IN_AT },
        checks: { camera: { verdict: 'pass' }, link: { verdict: 'fail', values: { uploadMbps: 1.2 } } },
      });
      expect((await listAudit(hub.db, 1))[0]).toMatchObject({ actor: 'token:van-phong', action: 'report-read' });
    });

    it('makes a table that a Vietnamese Excel reads as it is', async () => {
      const hub = await makeHub(await openNew());
      await report(hub);
      const { answer, columns, rows } = await table(hub, 'vi');
      expect(answer.headers['content-type']).toBe('text/csv; charset=utf-8');
      expect(answer.rawPayload.subarray(0, 3)).toEqual(Buffer.from([0xef, 0xbb, 0xbf]));
      expect(columns.slice(0, 4)).toEqual(['Mã', 'Điểm cầu', 'Tình trạng', 'Camera']);
      expect(rows[0]).toMatchObject({ Mã: '21583', 'Tình trạng': 'Chưa có dữ liệu', Camera: 'Chưa có dữ liệu' });
      expect(rows[1]).toMatchObject({
        Mã: POINT,
        'Điểm cầu': 'Phường Quy Nhơn Bắc',
        'Tình trạng': 'Chưa sẵn sàng',
        Camera: 'Đạt',
        'Đường truyền': 'Không đạt',
        'Tải lên (Mbps)': '1,2',
        'Thành phần': 'Dự thay theo ủy quyền, chờ duyệt',
        'Thời điểm điểm danh': '31/01/2026 07:50',
        'Lần kiểm tra cuối': '31/01/2026 07:30',
        'Ngưỡng đánh giá': 'default-1',
      });
    });

    it('never lets a cell begin a formula', async () => {
      const hub = await makeHub(await openNew());
      await report(hub);
      const { rows } = await table(hub, 'vi');
      expect(rows[1]?.['Lãnh đạo dự họp']).toBe("'=Rah Lan Chung");
    });

    it('makes the same table in English with commas', async () => {
      const hub = await makeHub(await openNew());
      await report(hub);
      const { rows } = await table(hub, 'en');
      expect(rows[1]).toMatchObject({ Code: POINT, State: 'Not ready', Camera: 'Pass' });
      expect(rows[0]).toMatchObject({ State: 'No data' });
    });

    it('answers a session as well', async () => {
      const hub = await makeHub(await openNew());
      expect((await hub.json({ url: url(), headers: await hub.signIn('office') })).status).toBe(200);
    });

    it('refuses a token that is unknown, expired or without the scope, and says which meeting it does not know', async () => {
      const hub = await makeHub(await openNew());
      const good = await tokenFor(hub);
      const ask = async (headers: Record<string, string>, address = url()) => {
        const { status, body } = await hub.json({ url: address, headers });
        return [status, (body.error as { code: string } | undefined)?.code];
      };
      expect(await ask({})).toEqual([401, 'auth-required']);
      expect(await ask({ authorization: 'Bearer dct_nonsense' })).toEqual([401, 'auth-required']);
      expect(await ask(good, '/api/reports/readiness?meeting=khong-co')).toEqual([404, 'meeting-unknown']);
      expect(await ask(good, '/api/reports/readiness')).toEqual([400, 'input-invalid']);
      expect(await ask(good, url('&format=odt'))).toEqual([400, 'input-invalid']);
      expect(await ask(good, url('&format=csv&section=khong-co'))).toEqual([400, 'input-invalid']);
      const bare = await tokenFor(hub, []);
      expect(await ask(bare)).toEqual([403, 'auth-forbidden']);
      const late = await tokenFor(hub);
      hub.clock.ms += 1000;
      expect(await ask(late)).toEqual([401, 'auth-required']);
    });
  });
});
