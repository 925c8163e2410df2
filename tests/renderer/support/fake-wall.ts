import type { IncomingMessage, ServerResponse } from 'node:http';
import { CHECK_IDS } from '../../../shared/checks/check-id.ts';
import type { AppError } from '../../../shared/errors.ts';
import type { Meeting } from '../../../shared/meeting/meeting.ts';
import { DEFAULT_CHECKLIST } from '../../../shared/policy/default-checklist.ts';
import { DEFAULT_POLICY } from '../../../shared/policy/default-policy.ts';
import type { ReadinessRow } from '../../../shared/protocol/console.ts';
import type { Ask, CallStanding, HelpLogEntry, PastRun, Wall, WallPoint } from '../../../shared/protocol/wall.ts';
import { vietnameseOrder } from '../../../shared/strings/fold.ts';
import { wallRowOf } from '../../../shared/wall/wall-row.ts';

const CLUSTERS = ['Cụm An Khê', 'Cụm Ayun Pa', 'Cụm Pleiku', null] as const;
const MINUTE = 60_000;

/** The wall's part of the hub of fixed answers: what is asked of a point changes what it answers. */
export class FakeWall {
  readonly asked: { readonly at: string; readonly body: unknown }[] = [];
  calls: CallStanding[] = [];
  asks: Ask[] = [];
  log: HelpLogEntry[] = [];
  checking: Wall['checking'] = [];
  refusal: AppError | null = null;
  readonly #meeting: Meeting;
  readonly #rows: () => readonly ReadinessRow[];
  readonly #now: number;

  constructor(meeting: Meeting, rows: () => readonly ReadinessRow[], now: number) {
    this.#meeting = meeting;
    this.#rows = rows;
    this.#now = now;
  }

  /** False for what is not of the wall. */
  handle(pathname: string, request: IncomingMessage, response: ServerResponse): boolean {
    const [, at = ''] = /^\/api\/console\/meetings\/m1(\/(?:wall|help|points\/.*))$/.exec(pathname) ?? [];
    if (at === '') return false;
    if (request.method === 'POST') void this.#change(at, request, response);
    else if (at === '/wall') send(response, 200, this.#wall());
    else if (at === '/help') send(response, 200, { calls: this.calls, asks: this.asks });
    else send(response, 200, this.#point(at.slice('/points/'.length)));
    return true;
  }

  async #change(at: string, request: IncomingMessage, response: ServerResponse): Promise<void> {
    let text = '';
    for await (const chunk of request) text += String(chunk);
    const body = JSON.parse(text) as Record<string, string>;
    this.asked.push({ at, body });
    if (this.refusal) return send(response, 409, { error: this.refusal });
    const point = at.split('/')[2] ?? '';
    const now = this.#now;
    if (at.endsWith('/call')) {
      const called = body.action === 'called';
      const until = now + (body.action === 'release' ? 0 : 15 * MINUTE);
      const state = called ? 'called' : 'calling';
      const outcome = called ? 'fixing' : null;
      this.calls = [{ point, state, by: 'vanphong', since: now, until, outcome, note: body.note ?? '' }];
      const action = called ? 'called' : body.action === 'release' ? 'released' : 'claimed';
      this.log = [{ at: now, by: 'vanphong', action, outcome, note: body.note ?? '' }, ...this.log];
      return send(response, 200, null);
    }
    const kind = body.kind === 'note' ? 'note' : 'recheck';
    const check = CHECK_IDS.find((id) => id === body.check) ?? null;
    const times = { at: now, stateAt: now, expiresAt: now + 20 * MINUTE };
    const made: Ask = {
      ...{ id: `a${this.asks.length}`, meetingId: 'm1', point, kind, check, text: body.text ?? '' },
      ...{ by: 'vanphong', state: 'pending', ...times },
    };
    this.asks = [made, ...this.asks];
    send(response, 200, made);
  }

  #wall(): Wall {
    const { readinessWarnMinutesBefore, leaderWarnMinutesBefore } = DEFAULT_POLICY.timing;
    return {
      meeting: this.#meeting,
      generatedAt: this.#now,
      times: { ...DEFAULT_POLICY.help, readinessWarnMinutesBefore, leaderWarnMinutesBefore },
      rows: this.#rows()
        .map((row) => wallRowOf(row, clusterOf(row.point.code)))
        .sort((a, b) => vietnameseOrder(a.name, b.name)),
      checking: this.checking,
      help: { calls: this.calls, asks: this.asks },
    };
  }

  #point(code: string): WallPoint {
    const row = this.#rows().find(({ point }) => point.code === code);
    if (row === undefined) throw new Error(`no point ${code}`);
    return {
      row,
      checklist: DEFAULT_CHECKLIST.map(({ id, vi, en }) => ({ id, vi, en })),
      cluster: clusterOf(code),
      contact: { name: 'Kỹ thuật viên mẫu', phone: '0905 000 000' },
      devices: [{ id: 'd1', name: 'may-hop-01', appVersion: '0.1.0', enrolledAt: this.#now - 9e9 }],
      runs: runsOf(row, this.#now),
      asks: this.asks.filter(({ point }) => point === code),
      log: this.log,
    };
  }
}

function clusterOf(code: string): string | null {
  return CLUSTERS[Number(code) % CLUSTERS.length] ?? null;
}

/** Six meetings, the line slower each time. */
function runsOf(row: ReadinessRow, now: number): PastRun[] {
  return [0, 1, 2, 3, 4, 5].map((back) => ({
    at: now - back * 7 * 24 * 60 * MINUTE - 10 * MINUTE,
    meetingId: 'm1',
    meetingTitle: 'Họp trực tuyến về giải ngân vốn đầu tư công',
    device: 'd1',
    trigger: 'person',
    results: CHECK_IDS.map((id) => ({
      id,
      verdict: back === 0 ? (row.checks[id]?.verdict ?? 'pass') : 'pass',
      reason: 'ok',
      values: {},
      measurement: {
        fps: 30 - back,
        upload: { mbps: 4 + back * 3 },
        channels: [{ speechDbfs: -30 + back, correlation: 0.4 }],
        encodedFps: 29,
        memoryAvailableGiB: 3.2,
      },
      durationMs: 3000,
    })),
  }));
}

function send(response: ServerResponse, status: number, body: unknown): void {
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
}
