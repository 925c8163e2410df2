import { setTimeout as delay } from 'node:timers/promises';

const POLL_MS = 2_000;
const REQUEST_TIMEOUT_MS = 5_000;

/**
 * Waits until the province has the point's check of the meeting, as its report says.
 * @param {{ url: string, token: string, meetingId: string, pointCode: string, signal: AbortSignal }} wanted
 * @returns {Promise<{ state: string } | undefined>} the point's row; undefined when `signal` ended the wait
 */
export async function waitForCheck({ url, token, meetingId, pointCode, signal }) {
  const report = new URL(`/api/reports/readiness?meeting=${encodeURIComponent(meetingId)}&format=json`, url);
  while (!signal.aborted) {
    const row = await readRow(report, token, pointCode).catch(() => undefined);
    if (row && row.lastRunAt !== null) return row;
    await delay(POLL_MS, undefined, { signal }).catch(() => {});
  }
  return undefined;
}

/**
 * @param {URL} report
 * @param {string} token
 * @param {string} pointCode
 * @returns {Promise<{ state: string, lastRunAt: number | null } | undefined>}
 */
async function readRow(report, token, pointCode) {
  const response = await fetch(report, {
    headers: { authorization: `Bearer ${token}` },
    signal: AbortSignal.timeout(REQUEST_TIMEOUT_MS),
  });
  if (!response.ok) return undefined;
  const document = /** @type {{ rows: { point: { code: string }, state: string, lastRunAt: number | null }[] }} */ (
    await response.json()
  );
  return document.rows.find((row) => row.point.code === pointCode);
}
