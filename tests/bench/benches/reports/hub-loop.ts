import { issueApiToken } from '../../../../electron/province/auth/api-token.ts';
import type { Db } from '../../../../electron/province/db/schema.ts';
import { REPORT_FORMATS, type ReportFormat } from '../../../../shared/protocol/reports.ts';
import { startHub } from '../wall/hub.ts';

const HOUR_MS = 60 * 60_000;

/**
 * The longest that a hub's event loop was blocked while it made the reports of a meeting in a format, milliseconds. By the hub's
 * own metrics, which look every 20 ms and count those in.
 */
export async function longestBlocks(
  root: string,
  dataDir: string,
  db: Db,
  asked: { readonly kinds: readonly string[]; readonly meeting: string },
): Promise<ReadonlyMap<ReportFormat, number>> {
  const now = Date.now();
  const scopes = ['reports:read', 'metrics:read'] as const;
  const token = await issueApiToken(db, { name: 'bench', scopes, now, expiresAt: now + HOUR_MS });
  const hub = await startHub(root, dataDir);
  const get = async (path: string) => {
    const answer = await fetch(`${hub.url}${path}`, { headers: { authorization: `Bearer ${token}` } });
    if (!answer.ok) throw new Error(`${path} answered ${answer.status}: ${await answer.text()}`);
    return answer;
  };
  try {
    const longest = new Map<ReportFormat, number>();
    for (const format of REPORT_FORMATS) {
      await get('/api/metrics');
      for (const kind of asked.kinds) {
        const query = new URLSearchParams({ meeting: asked.meeting, format });
        await (await get(`/api/reports/${kind}?${query}`)).arrayBuffer();
      }
      longest.set(format, lagOf(await (await get('/api/metrics')).text()));
    }
    return longest;
  } finally {
    await hub.stop();
  }
}

function lagOf(metrics: string): number {
  const [, seconds] = /^nodejs_eventloop_lag_max_seconds (\S+)$/m.exec(metrics) ?? [];
  if (seconds === undefined) throw new Error('the hub does not tell how long its loop was blocked');
  return Number(seconds) * 1000;
}
