import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { type AddressInfo, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Locator, Page } from 'playwright-core';
import { openPointService } from '../../electron/point/point-service.ts';
import { putAccountAs } from '../../electron/province/accounts/put.ts';
import { noteConnections } from '../../electron/province/attendance/watch-connections.ts';
import { findConsoleDir } from '../../electron/province/console-dir.ts';
import { openDatabase } from '../../electron/province/db/open.ts';
import { upsertPeople } from '../../electron/province/db/people.ts';
import { upsertPoints } from '../../electron/province/db/points.ts';
import type { Db } from '../../electron/province/db/schema.ts';
import { issueEnrolmentCode } from '../../electron/province/enrolment/issue-code.ts';
import { createLiveBus } from '../../electron/province/live-bus.ts';
import { stderrLog } from '../../electron/province/log.ts';
import { scheduleMeeting } from '../../electron/province/meetings/schedule.ts';
import { issuePinCodes } from '../../electron/province/roster/pin-codes-bulk.ts';
import { startHub } from '../../electron/province/server.ts';
import type { AskedMeeting } from '../../shared/protocol/meetings.ts';
import type { Result } from '../../shared/result.ts';
import { type ConsolePage, openConsole } from './console-page.ts';
import { type CuttableLine, openCuttableLine } from './cuttable-line.ts';
import { launchApp, type RunningApp } from './electron-app.ts';
import { moveDate } from './moved-clock.ts';
import { DEPUTY, LEADER, POINT } from './province.ts';

export const MINUTE = 60_000;
export const PIN = '135135';
const OFFICE = { username: 'van-phong', password: 'mat-khau-thu-nghiem' };

/**
 * A hub in this process, a real point and a real console, and the hour of all three in the test's hand: what takes an afternoon is
 * told in a minute. The line between point and hub can be cut; the point's clock may be wrong.
 */
export interface Stage {
  readonly point: RunningApp;
  readonly console: ConsolePage;
  readonly db: Db;
  readonly line: CuttableLine;
  /** The point's row of the roll call. */
  readonly row: Locator;
  /** The Office signs in at the console. */
  readonly signIn: () => Promise<void>;
  /** Opens the roll call of the meeting. */
  readonly rollCallOf: (meetingId: string) => Promise<void>;
  /** It is then everywhere, `minutes` after the stage was set; at the point `pointAhead` minutes later. */
  readonly moveTo: (minutes: number, pointAhead?: number) => Promise<void>;
  /** One look of the hub at who is still heard of, as it takes it every quarter of a minute. */
  readonly lookAtLines: () => Promise<void>;
  readonly stop: () => Promise<void>;
}

export interface StageMeeting extends Pick<AskedMeeting, 'id' | 'composition'> {
  readonly id: string;
  /** Minutes after the stage was set. */
  readonly startsAt: number;
}

/** Minutes of each meeting. */
const LASTS = 28;
const PATIENCE_MS = 12_000;

/** Sets the stage at minute `hour`. */
export async function setStage(meetings: readonly StageMeeting[], hour: number): Promise<Stage> {
  const workDir = mkdtempSync(join(tmpdir(), 'diem-cau-stage-'));
  const dataDir = join(workDir, 'province');
  const pointDir = join(workDir, 'point');
  mkdirSync(pointDir);
  const setAt = Date.now();
  let aheadMs = hour * MINUTE;
  moveDate(aheadMs);
  const db = await openDatabase({ dataDir });
  const line = await openCuttableLine();
  const port = await freePort();
  const hub = await startHub({
    ...{ dataDir, host: '127.0.0.1', port, publicUrl: line.url, log: stderrLog('silent') },
    consoleDir: findConsoleDir(import.meta.dirname),
  });
  line.lead(port);
  await furnish(db, meetings, setAt);
  await preparePoint(pointDir, line.url, db);
  const point = await launchApp({ role: 'point', dataDir: pointDir });
  const console = await openConsole(`http://127.0.0.1:${port}`);

  async function moveTo(minutes: number, pointAhead = 0): Promise<void> {
    aheadMs += setAt + minutes * MINUTE - Date.now();
    const pointMs = aheadMs + pointAhead * MINUTE;
    moveDate(aheadMs);
    await point.app.evaluate(moveDate, pointMs);
    await movePage(point.page, pointMs);
    await movePage(console.page, aheadMs);
  }
  async function signIn(): Promise<void> {
    await console.signIn(OFFICE.username, OFFICE.password);
    await console.page.getByRole('button', { name: 'Đăng xuất' }).waitFor();
  }
  await moveTo(hour);
  await signIn();
  for (const { page } of [point, console]) page.setDefaultTimeout(PATIENCE_MS);
  return {
    ...{ point, console, db, line, moveTo, signIn },
    row: console.page.locator(`tr[data-point="${POINT.code}"]`),
    async rollCallOf(meetingId) {
      const { origin } = new URL(console.page.url());
      await console.page.goto(`${origin}/#/meetings/${meetingId}/roll-call`);
      await console.page.locator('tbody tr').first().waitFor();
    },
    async lookAtLines() {
      await noteConnections({ db, clock: { now: Date.now }, live: createLiveBus() });
    },
    async stop() {
      await console.close();
      await point.close();
      await hub.stop();
      await db.destroy();
      await line.stop();
      moveDate(0);
      rmSync(workDir, { recursive: true, force: true });
    },
  };
}

/** The hub's own, for its address is the line's. */
async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}

async function movePage(page: Page, aheadMs: number): Promise<void> {
  await page.addInitScript(moveDate, aheadMs);
  await page.reload();
}

async function furnish(db: Db, meetings: readonly StageMeeting[], setAt: number): Promise<void> {
  const doing = { actor: 'cli', now: setAt };
  await upsertPoints(db, [{ code: POINT.code, name: POINT.name, kind: 'ward' }]);
  await upsertPeople(
    db,
    [LEADER, DEPUTY].map((person) => ({ point: POINT.code, ...person })),
  );
  unwrap(await putAccountAs(db, { ...OFFICE, role: 'office' }, doing));
  for (const { startsAt, ...meeting } of meetings) {
    const from = setAt + startsAt * MINUTE;
    const when = { startsAt: from, expectedEndsAt: from + LASTS * MINUTE };
    const what = { title: `Họp ${meeting.id}`, invitationNumber: '12/GM-UBND', chair: 'Chủ tịch UBND tỉnh' };
    const whom = { points: [POINT.code], designated: { [POINT.code]: LEADER.id } };
    unwrap(await scheduleMeeting(db, { ...meeting, ...when, ...what, ...whom, profile: '720p' }, doing));
  }
}

/** Enrols the point and sets both leaders' PINs. */
async function preparePoint(dataDir: string, url: string, db: Db): Promise<void> {
  const doing = { actor: 'cli', now: Date.now() };
  const enrolment = { ...doing, point: POINT.code, address: { url, pin: null } };
  const { code } = unwrap(await issueEnrolmentCode(db, enrolment));
  const [sheet] = unwrap(await issuePinCodes(db, { points: [POINT.code], renew: false }, doing));
  const service = unwrap(await openPointService({ dataDir, appVersion: '0.0.0-test' }));
  unwrap(await service.enrol(code));
  for (const { personId, code: pinCode } of sheet?.codes ?? []) unwrap(await service.setPin(personId, PIN, pinCode));
  await service.close();
}

function unwrap<T>(result: Result<T, { readonly code: string }>): T {
  if (!result.ok) throw new Error(result.error.code);
  return result.value;
}
