import type { IncomingMessage, ServerResponse } from 'node:http';
import { type AppError, appErr, ERRORS } from '../../../shared/errors.ts';
import type { PointList } from '../../../shared/protocol/console.ts';
import type { PointRoster } from '../../../shared/protocol/roster.ts';
import { NOW } from './fake-hub.ts';
import type { Handler } from './pages.ts';

const HOUR = 3_600_000;
const POINT = { code: '23638', name: 'UBND xã Ia Krái' };

const POINTS: PointList = {
  points: [
    {
      ...POINT,
      kind: 'commune',
      devices: 2,
      proposals: 2,
      cluster: null,
      contactName: null,
      contactPhone: null,
      retiredAt: null,
      lastContactAt: NOW - 60_000,
    },
    {
      code: '23629',
      name: 'UBND xã Đak Đoa',
      kind: 'commune',
      devices: 0,
      proposals: 0,
      cluster: null,
      contactName: null,
      contactPhone: null,
      retiredAt: null,
      lastContactAt: null,
    },
  ],
};

const ROSTER: PointRoster = {
  point: POINT,
  people: [
    {
      ...{ id: 'p1', fullName: 'Đại biểu mẫu A', title: 'Chủ tịch UBND xã' },
      fields: ['Quốc phòng – An ninh', 'Nội vụ', 'Tài chính – Kế hoạch, đầu tư công và giải phóng mặt bằng'],
      pin: { at: NOW - 48 * HOUR, byCode: true, devices: 2 },
      code: null,
    },
    {
      ...{ id: 'p2', fullName: 'Đại biểu mẫu B', title: 'Phó Chủ tịch Thường trực Hội đồng nhân dân xã' },
      fields: [],
      pin: null,
      code: { issuedAt: NOW - HOUR, expiresAt: NOW + 71 * HOUR },
    },
    { id: 'p3', fullName: 'Rah Lan Mẫu', title: 'Chủ tịch UBMTTQ', fields: ['Dân tộc'], pin: null, code: null },
  ],
  proposals: [
    {
      id: 'h1',
      at: NOW - 3 * HOUR,
      proposal: {
        kind: 'change',
        personId: 'p2',
        fullName: 'Đại biểu mẫu B',
        title: 'Chủ tịch HĐND xã',
        fields: ['Văn xã'],
      },
      by: 'Cán bộ kỹ thuật mẫu',
      reason: 'Mới được bầu giữ chức vụ',
      person: { id: 'p2', fullName: 'Đại biểu mẫu B', title: 'Phó Chủ tịch Thường trực Hội đồng nhân dân xã' },
    },
    {
      id: 'h2',
      at: NOW - 2 * HOUR,
      proposal: { kind: 'remove', personId: 'p9' },
      by: 'Cán bộ kỹ thuật mẫu',
      reason: 'Chuyển công tác',
      person: null,
    },
  ],
};

/** The hub's answers about points and their people; keeps what was asked to be changed. */
export class FakeRoster {
  readonly asked: { readonly at: string; readonly body: unknown }[] = [];
  refusal: AppError | null = null;

  readonly handle: Handler = (request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost');
    const base = `/api/console/points/${POINT.code}`;
    if (pathname === '/api/console/points') return send(response, 200, POINTS);
    if (!pathname.startsWith('/api/console/points/')) return false;
    if (pathname === `${base}/roster`) return send(response, 200, ROSTER);
    if (request.method === 'POST') void this.#change(pathname.slice(base.length), request, response);
    else send(response, 404, appErr('not-found'));
    return true;
  };

  async #change(at: string, request: IncomingMessage, response: ServerResponse): Promise<void> {
    let text = '';
    for await (const chunk of request) text += String(chunk);
    this.asked.push({ at, body: JSON.parse(text) });
    const { refusal } = this;
    if (refusal) send(response, ERRORS[refusal.code], { error: refusal });
    else if (at.endsWith('/erasure')) send(response, 200, { letters: 1, pinCodes: 2, staying: 14 });
    else send(response, 200, { personId: 'p1', code: '0042 1357', expiresAt: NOW + 72 * HOUR });
  }
}

function send(response: ServerResponse, status: number, body: unknown): true {
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
  return true;
}
