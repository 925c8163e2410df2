import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Locator, Page } from 'playwright-core';
import { openPointService } from '../../electron/point/point-service.ts';
import { putAccountAs } from '../../electron/province/accounts/put.ts';
import { build } from '../../electron/province/app.ts';
import { noteConnections } from '../../electron/province/attendance/watch-connections.ts';
import { createTokenWindow } from '../../electron/province/auth/token-window.ts';
import { findConsoleDir } from '../../electron/province/console-dir.ts';
import { setHubAddress } from '../../electron/province/db/hub.ts';
import { openDatabase } from '../../electron/province/db/open.ts';
import { upsertPeople } from '../../electron/province/db/people.ts';
import { findPoint, upsertPoints } from '../../electron/province/db/points.ts';
import type { Db } from '../../electron/province/db/schema.ts';
import { DEFAULT_LIMITS } from '../../electron/province/deps.ts';
import { issueEnrolmentCode } from '../../electron/province/enrolment/issue-code.ts';
import { foundHub } from '../../electron/province/identity.ts';
import { openLinkDesk } from '../../electron/province/link/link-desk.ts';
import { createLiveBus } from '../../electron/province/live-bus.ts';
import { stderrLog } from '../../electron/province/log.ts';
import { scheduleMeeting } from '../../electron/province/meetings/schedule.ts';
import { printHere } from '../../electron/province/reports/press/print-here.ts';
import { issuePinCodes } from '../../electron/province/roster/pin-codes-bulk.ts';
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
 * told in a minute. No page is loaded anew: what the hour changes must come to be seen by itself. The line between point and hub can
 * be cut; the point's clock may be wrong.
 */
export interface Stage {
  readonly point: RunningApp;
  readonly console: ConsolePage;
  readonly line: CuttableLine;
  /** The point's row of the roll call. */
  readonly row: Locator;
  /** The Office signs in at the console. */
  readonly signIn: () => Promise<void>;
  /** Opens the roll call of the meeting, if another is shown. */
  readonly rollCallOf: (meetingId: string) => Promise<void>;
  /** It is then everywhere, `minutes` after the stage was set, at the earliest; at the point `pointAhead` minutes later. */
  readonly moveTo: (minutes: number, pointAhead?: number) => Promise<void>;
  /** When the hub last heard of the point, by its clock; 0: never. */
  readonly heardAt: () => Promise<number>;
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
  const pointDir = join(workDir, 'point');
  mkdirSync(pointDir);
  const setAt = Date.now();
  let aheadMs = 0;
  const line = await openCuttableLine();
  const hub = await openHub(join(workDir, 'province'), line.url);
  line.lead(hub.port);
  await furnish(hub.db, meetings, setAt);
  await preparePoint(pointDir, line.url, hub.db);
  const point = await launchApp({ role: 'point', dataDir: pointDir });
  const console = await openConsole(`http://127.0.0.1:${hub.port}`);
  for (const { page } of [point, console]) {
    page.setDefaultTimeout(PATIENCE_MS);
    await page.clock.install();
    // From the start its timers are then those of that clock.
    await page.reload();
  }

  async function moveTo(minutes: number, pointAhead = 0): Promise<void> {
    aheadMs += Math.max(0, setAt + minutes * MINUTE - Date.now());
    moveDate(aheadMs);
    await point.app.evaluate(moveDate, aheadMs + pointAhead * MINUTE);
    await forward(point.page, Date.now() + pointAhead * MINUTE);
    await forward(console.page, Date.now());
  }
  async function signIn(): Promise<void> {
    await console.signIn(OFFICE.username, OFFICE.password);
    await console.page.getByRole('button', { name: 'Đăng xuất' }).waitFor();
  }
  await moveTo(hour);
  await signIn();
  return {
    ...{ point, console, line, moveTo, signIn },
    row: console.page.locator(`tr[data-point="${POINT.code}"]`),
    async rollCallOf(meetingId) {
      const { origin, hash } = new URL(console.page.url());
      const wanted = `#/meetings/${meetingId}/roll-call`;
      if (hash !== wanted) await console.page.goto(`${origin}/${wanted}`);
      await console.page.getByRole('heading', { name: titleOf(meetingId) }).waitFor();
      await console.page.locator('tbody tr').first().waitFor();
    },
    heardAt: async () => (await findPoint(hub.db, POINT.code))?.lastContactAt ?? 0,
    lookAtLines: () => noteConnections(hub),
    async stop() {
      await console.close();
      await point.close();
      await hub.stop();
      await line.stop();
      moveDate(0);
      rmSync(workDir, { recursive: true, force: true });
    },
  };
}

/** All of a hub but what it does by itself as time passes: the test's hour is not the timers'. Points reach it at `url`. */
async function openHub(dataDir: string, url: string) {
  const host = '127.0.0.1';
  const log = stderrLog('silent');
  // Not Date.now itself: that would be the one from before it was moved.
  const clock = { now: () => Date.now() };
  const live = createLiveBus();
  const db = await openDatabase({ dataDir });
  const hub = await foundHub(db, Date.now());
  await setHubAddress(db, hub.id, url, null);
  const link = await openLinkDesk({ host, log, db, lineMbps: undefined, hubs: () => 1, port: 0 });
  const app = await build({
    ...{
      db,
      hub,
      clock,
      log,
      live,
      store: { dataDir },
      link: link.desk,
      tokens: createTokenWindow(),
      press: printHere(db),
    },
    ...{ consoleDir: findConsoleDir(import.meta.dirname), https: false, limits: DEFAULT_LIMITS },
  });
  await app.listen({ host, port: 0 });
  return {
    ...{ db, clock, live },
    port: (app.server.address() as AddressInfo).port,
    async stop() {
      link.close();
      await app.close();
      await link.stop();
      await db.destroy();
    },
  };
}

/** As if the lid had been closed until then. */
async function forward(page: Page, to: number): Promise<void> {
  const shown = await page.evaluate(() => Date.now());
  if (to > shown) await page.clock.fastForward(to - shown);
}

function titleOf(meetingId: string): string {
  return `Họp ${meetingId}`;
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
    const what = { title: titleOf(meeting.id), invitationNumber: '12/GM-UBND', chair: 'Chủ tịch UBND tỉnh' };
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
