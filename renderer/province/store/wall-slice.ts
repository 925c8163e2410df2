import type { AppError } from '../../../shared/errors.ts';
import type { LiveUpdate } from '../../../shared/protocol/console.ts';
import type {
  AskRequest,
  CallRequest,
  CheckingNow,
  HelpBoard,
  HelpChanged,
  WallPoint,
} from '../../../shared/protocol/wall.ts';
import type { Result } from '../../../shared/result.ts';
import { type WallData, wallData, withBoard, withChecking, withRows } from '../wall/wall-data.ts';
import type { SessionSlice } from './session-slice.ts';
import type { SliceOf } from './slice.ts';

export interface WallSlice {
  readonly wall: WallData | null;
  readonly wallError: AppError | null;
  /** The point that is open beside the wall; null while none is. */
  readonly openCode: string | null;
  readonly wallPoint: WallPoint | null;
  readonly wallPointError: AppError | null;
  /** The meeting whose wall is on screen; null when none is. */
  readonly showWall: (meetingId: string | null) => Promise<void>;
  readonly reloadWall: () => Promise<void>;
  readonly openWallPoint: (code: string | null) => Promise<void>;
  readonly callPoint: (asked: CallRequest) => Promise<Result<unknown>>;
  readonly askPoint: (asked: AskRequest) => Promise<Result<unknown>>;
  readonly noteRow: (update: LiveUpdate) => void;
  readonly noteHelp: (changed: HelpChanged) => void;
  readonly noteChecking: (checking: CheckingNow) => void;
}

/** Changes are gathered for so long: a person sees them as at once, and thirty a second are four pictures. Milliseconds. */
const GATHER_MS = 250;

export const wallSlice: SliceOf<WallSlice, SessionSlice> = (api) => (set, get) => {
  let shown: string | null = null;
  let rows: LiveUpdate['row'][] = [];
  let checking: CheckingNow[] = [];
  let helpStale = false;
  let pointStale = false;
  let waiting = false;
  let loading: { readonly of: string; readonly ended: Promise<void> } | null = null;
  let again = false;

  function flushSoon(): void {
    if (waiting) return;
    waiting = true;
    setTimeout(flush, GATHER_MS);
  }

  function flush(): void {
    waiting = false;
    const { wall } = get();
    const [newRows, newChecking] = [rows, checking];
    rows = [];
    checking = [];
    if (wall && newRows.length + newChecking.length > 0)
      set({ wall: withChecking(withRows(wall, newRows), newChecking, Date.now()) });
    if (helpStale) void loadBoard();
    if (pointStale) void loadPoint();
    helpStale = false;
    pointStale = false;
  }

  /** One reading at a time: what asks meanwhile may know of news that the one under way has missed, and gets another behind it. */
  async function load(): Promise<void> {
    const meetingId = shown;
    if (meetingId === null) return;
    if (loading?.of === meetingId) {
      again = true;
      return loading.ended;
    }
    const mine = { of: meetingId, ended: read(meetingId) };
    loading = mine;
    await mine.ended;
    if (loading !== mine) return;
    loading = null;
    const stale = again;
    again = false;
    if (stale) await load();
  }

  async function read(meetingId: string): Promise<void> {
    const answer = await api.wall(meetingId);
    if (meetingId !== shown) return;
    if (answer.ok) return set({ wall: wallData(answer.value, Date.now()), wallError: null });
    set({ wallError: answer.error });
    get().noteFailure(answer.error);
  }

  async function loadBoard(): Promise<void> {
    const meetingId = shown;
    if (meetingId === null) return;
    const answer: Result<HelpBoard> = await api.helpBoard(meetingId);
    const { wall } = get();
    if (answer.ok && wall && meetingId === shown) set({ wall: withBoard(wall, answer.value) });
  }

  async function loadPoint(): Promise<void> {
    const [meetingId, code] = [shown, get().openCode];
    if (meetingId === null || code === null) return;
    const answer = await api.wallPoint(meetingId, code);
    if (meetingId !== shown || code !== get().openCode) return;
    if (answer.ok) return set({ wallPoint: answer.value, wallPointError: null });
    set({ wallPointError: answer.error });
    get().noteFailure(answer.error);
  }

  /** Does something about the open point, then shows what has become of it. */
  async function change(work: (meetingId: string, code: string) => Promise<Result<unknown>>): Promise<Result<unknown>> {
    const code = get().openCode;
    if (shown === null || code === null) throw new Error('help for a point while none is open');
    const done = await work(shown, code);
    if (!done.ok) get().noteFailure(done.error);
    await Promise.all([loadBoard(), loadPoint()]);
    return done;
  }

  return {
    wall: null,
    wallError: null,
    openCode: null,
    wallPoint: null,
    wallPointError: null,
    async showWall(meetingId) {
      if (meetingId !== shown)
        set({ wall: null, wallError: null, openCode: null, wallPoint: null, wallPointError: null });
      else if (loading?.of === meetingId) return loading.ended;
      shown = meetingId;
      await load();
    },
    reloadWall: async () => void (await Promise.all([load(), loadPoint()])),
    async openWallPoint(openCode) {
      set({ openCode, wallPoint: null, wallPointError: null });
      await loadPoint();
    },
    callPoint: (asked) => change((meetingId, code) => api.callPoint(meetingId, code, asked)),
    askPoint: (asked) => change((meetingId, code) => api.askPoint(meetingId, code, asked)),
    noteRow({ meetingId, row }) {
      if (meetingId !== shown) return;
      rows.push(row);
      if (row.point.code === get().openCode) pointStale = true;
      flushSoon();
    },
    noteHelp({ meetingId, point }) {
      if (meetingId !== shown) return;
      helpStale = true;
      if (point === get().openCode) pointStale = true;
      flushSoon();
    },
    noteChecking(one) {
      if (one.meetingId !== shown) return;
      checking.push(one);
      flushSoon();
    },
  };
};
