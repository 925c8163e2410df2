import type { IncomingMessage, ServerResponse } from 'node:http';
import type { z } from 'zod';
import { CHECK_IDS } from '../../../shared/checks/check-id.ts';
import type { AppError } from '../../../shared/errors.ts';
import { meeting } from '../../../shared/meeting/meeting.ts';
import { READINESS_STATES, type ReadinessState } from '../../../shared/meeting/readiness.ts';
import { DEFAULT_CHECKLIST } from '../../../shared/policy/default-checklist.ts';
import type {
  LiveUpdate,
  MeetingSummary,
  meetingList,
  PointList,
  ReadinessReport,
  ReadinessRow,
  Role,
  SessionInfo,
} from '../../../shared/protocol/console.ts';
import type { MeetingDetail } from '../../../shared/protocol/meetings.ts';
import type { PointRoster } from '../../../shared/protocol/roster.ts';
import { rollCallOf } from './fake-roll-call.ts';
import { FakeWall } from './fake-wall.ts';
import type { Handler } from './pages.ts';

export const NOW = Date.UTC(2026, 0, 31, 0, 35);
const MEETING = meeting.parse({
  id: 'm1',
  title: 'Họp trực tuyến về giải ngân vốn đầu tư công quý I năm 2026',
  invitationNumber: '12/GM-UBND',
  chair: 'Phó Chủ tịch UBND tỉnh',
  startsAt: NOW + 25 * 60_000,
  expectedEndsAt: NOW + 145 * 60_000,
  composition: 'head',
  profile: '720p',
});

const NAMES = ['Ia Krái', 'Đak Đoa', 'An Khê', 'Chư Păh', 'Ayun Pa', 'Ia Grai', 'Kông Chro', 'Mang Yang', 'Phú Thiện'];

export function rowOf(index: number, state: ReadinessState): ReadinessRow {
  const at = NOW - (index + 3) * 60_000;
  const quiet = state === 'no-data';
  const worst = { 'not-ready': 'fail', unmeasured: 'unmeasured', 'ready-with-notes': 'warn' } as const;
  const odd = state in worst ? worst[state as keyof typeof worst] : 'pass';
  const standing = (id: string) =>
    id === 'microphone' && odd !== 'pass'
      ? { verdict: odd, reason: 'noisy', values: { floorDbfs: -38 }, at }
      : { verdict: 'pass' as const, reason: 'ok', values: {}, at };
  const seated = state === 'ready' || state === 'ready-with-notes';
  return {
    point: { code: String(23600 + index), name: `UBND xã ${NAMES[index % NAMES.length] ?? ''} ${index + 1}` },
    state,
    checks: quiet ? {} : Object.fromEntries(CHECK_IDS.map((id) => [id, standing(id)])),
    manual: {
      required: 11,
      answered: quiet ? 0 : state === 'incomplete' ? 4 : 11,
      no: state === 'not-ready' ? ['wired-line'] : [],
    },
    leader: seated
      ? {
          fullName: index % 2 === 0 ? 'Đại biểu mẫu A' : 'Đại biểu mẫu B',
          title: index % 2 === 0 ? 'Chủ tịch UBND xã' : 'Phó Chủ tịch UBND xã',
          composition: index % 2 === 0 ? 'right' : 'deputy-by-assignment',
          substitution: null,
          at,
        }
      : null,
    policyVersion: quiet ? null : 'default-1',
    lastRunAt: quiet ? null : at,
    lastContactAt: quiet ? null : at + 30_000,
  };
}

const VERSIONS = [
  { version: 'gia-lai-2', from: NOW - 9e7 },
  { version: 'default-1', from: NOW - 9e8 },
];

function rosterAnswer(code: string): PointRoster {
  const person = (id: string, fullName: string, title: string) => ({
    id,
    fullName,
    title,
    fields: [],
    pin: null,
    code: null,
  });
  const people = [person('p1', 'Rah Lan Chung', 'Chủ tịch UBND xã'), person('p2', 'Đại biểu mẫu B', 'Phó Chủ tịch')];
  return { point: { code, name: code }, people, proposals: [] };
}

/** A hub of fixed answers over real HTTP, one account, one meeting; live updates go out when the test says so. */
export class FakeHub {
  signedIn = false;
  rows: ReadinessRow[] = Array.from({ length: 24 }, (_, index) =>
    rowOf(index, READINESS_STATES[index % READINESS_STATES.length] ?? 'ready'),
  );
  /** What was asked of meeting m1, in order. */
  readonly asked: { readonly at: string; readonly body: unknown }[] = [];
  /** What changes are refused with, when they are. */
  refusal: AppError | null = null;
  role: Role = 'office';
  readonly wall = new FakeWall(MEETING, () => this.rows, NOW);
  readonly #streams = new Set<ServerResponse>();

  readonly handle: Handler = (request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost');
    if (!pathname.startsWith('/api/')) return false;
    if (pathname === '/api/console/session') void this.#session(request, response);
    else if (!this.signedIn) send(response, 401, { error: { code: 'auth-required', values: {} } });
    else if (pathname === '/api/console/live') this.#live(response);
    else if (pathname === '/api/console/meetings') send(response, 200, this.#meetings());
    else if (this.wall.handle(pathname, request, response)) return true;
    else if (pathname === '/api/console/meetings/m1/readiness') send(response, 200, this.#report());
    else if (pathname.startsWith('/api/console/meetings/m1')) void this.#meeting(pathname, request, response);
    else if (pathname === '/api/console/policy-versions') send(response, 200, { versions: VERSIONS });
    else if (pathname.endsWith('/roster')) send(response, 200, rosterAnswer(pathname.split('/')[4] ?? ''));
    else if (pathname === '/api/console/points') send(response, 200, { points: this.#points() });
    else send(response, 404, { error: { code: 'meeting-unknown', values: {} } });
    return true;
  };

  tell(row: ReadinessRow): void {
    const update: LiveUpdate = { meetingId: 'm1', row };
    for (const stream of this.#streams) stream.write(`event: readiness\ndata: ${JSON.stringify(update)}\n\n`);
  }

  /** `name`: a live event of the wall. */
  tellWall(name: 'help' | 'checking', data: object): void {
    const text = `event: ${name}\ndata: ${JSON.stringify({ meetingId: 'm1', ...data })}\n\n`;
    for (const stream of this.#streams) stream.write(text);
  }

  tellAttendance(point: string): void {
    for (const stream of this.#streams)
      stream.write(`event: attendance\ndata: ${JSON.stringify({ meetingId: 'm1', point })}\n\n`);
  }

  /** Breaks the live connections, as a restarted hub does. */
  hangUp(): void {
    for (const stream of this.#streams) stream.destroy();
    this.#streams.clear();
  }

  async #session(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const info: SessionInfo = { username: 'vanphong', role: this.role, hubName: 'UBND tỉnh Gia Lai' };
    if (request.method === 'DELETE') this.signedIn = false;
    if (request.method === 'POST') {
      const { password } = JSON.parse(await textOf(request)) as { password: string };
      if (password !== 'right') return send(response, 401, { error: { code: 'auth-wrong', values: {} } });
      this.signedIn = true;
    }
    if (this.signedIn) send(response, 200, info);
    else send(response, 401, { error: { code: 'auth-required', values: {} } });
  }

  async #meeting(pathname: string, request: IncomingMessage, response: ServerResponse): Promise<void> {
    const at = pathname.slice('/api/console/meetings/m1'.length);
    if (request.method === 'POST') {
      this.asked.push({ at, body: JSON.parse(await textOf(request)) });
      const refused = this.refusal;
      return refused ? send(response, 409, { error: refused }) : send(response, 200, { meetings: [MEETING], id: 'r1' });
    }
    if (at === '') return send(response, 200, this.#detail());
    const { report, detailOf } = rollCallOf(MEETING, this.rows, NOW);
    if (at === '/attendance') return send(response, 200, report);
    if (at.startsWith('/attendance/')) return send(response, 200, detailOf(at.slice('/attendance/'.length)));
    send(response, 404, { error: { code: 'not-found', values: {} } });
  }

  #detail(): MeetingDetail {
    const change = { at: NOW - 36e5, reason: 'Trùng lịch tiếp dân', before: { startsAt: MEETING.startsAt - 36e5 } };
    const invitations = this.rows.map(({ point }, index) => ({
      pointCode: point.code,
      pointName: point.name,
      designatedPersonId: index % 3 === 0 ? 'p1' : null,
      designatedName: index % 3 === 0 ? 'Rah Lan Chung' : null,
      composition: index % 4 === 0 ? ('representative' as const) : null,
    }));
    const changed = { ...MEETING, revision: 2, seriesId: 'm0', lastChange: change };
    return {
      meeting: changed,
      invitations,
      changes: [{ ...change, actor: 'account:kythuat', revision: 2 }],
      serverTime: NOW,
    };
  }

  #points(): PointList['points'] {
    const kinds = ['commune', 'ward', 'department'];
    const points = this.rows.map(({ point }, index) => ({ ...point, kind: kinds[index % 3] ?? '', devices: 1 }));
    const uninvited = { code: '23900', name: 'Sở Tài chính', kind: 'department', devices: 0 };
    const unsaid = { cluster: null, contactName: null, contactPhone: null, retiredAt: null };
    return [...points, uninvited].map((point) => ({ ...point, ...unsaid, proposals: 0, lastContactAt: null }));
  }

  #live(response: ServerResponse): void {
    response.writeHead(200, { 'content-type': 'text/event-stream' });
    response.write('retry: 1000\n\n');
    this.#streams.add(response);
  }

  #meetings(): z.input<typeof meetingList> {
    const counts = Object.fromEntries(
      READINESS_STATES.map((state) => [state, this.rows.filter((row) => row.state === state).length]),
    ) as MeetingSummary['counts'];
    const over = {
      ...MEETING,
      id: 'm0',
      title: 'Họp giao ban tháng 01',
      startsAt: NOW - 9e7,
      expectedEndsAt: NOW - 8e7,
    };
    return {
      serverTime: NOW,
      meetings: [
        { ...over, invited: 24, counts },
        { ...MEETING, invited: 24, counts },
      ],
    };
  }

  #report(): ReadinessReport {
    const checklist = DEFAULT_CHECKLIST.map(({ id, vi, en }) => ({ id, vi, en }));
    return { meeting: MEETING, generatedAt: NOW, checklist, rows: this.rows };
  }
}

function send(response: ServerResponse, status: number, body: unknown): void {
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
}

async function textOf(request: IncomingMessage): Promise<string> {
  let text = '';
  for await (const chunk of request) text += String(chunk);
  return text;
}
