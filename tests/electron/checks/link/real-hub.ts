import { openPointService, type PointService } from '../../../../electron/point/point-service.ts';
import { openDatabase } from '../../../../electron/province/db/open.ts';
import { upsertPoints } from '../../../../electron/province/db/points.ts';
import { issueEnrolmentCode } from '../../../../electron/province/enrolment/issue-code.ts';
import { hubFacts } from '../../../../electron/province/identity.ts';
import { stderrLog } from '../../../../electron/province/log.ts';
import { type HubOptions, type RunningHub, startHub } from '../../../../electron/province/server.ts';

export interface RealHub extends RunningHub {
  readonly dataDir: string;
}

/** A hub as a province runs it: over TLS, with a certificate of its own, on a free port. */
export async function startRealHub(dataDir: string, change: Partial<HubOptions> = {}): Promise<RealHub> {
  const options = { dataDir, host: '0.0.0.0', port: 0, consoleDir: null, log: stderrLog('silent'), ...change };
  return { ...(await startHub(options)), dataDir };
}

/** Codes with which the points of these codes enrol; the points are made. */
export async function enrolmentCodes({ dataDir }: RealHub, points: readonly string[]): Promise<readonly string[]> {
  const db = await openDatabase({ dataDir });
  await upsertPoints(
    db,
    points.map((code) => ({ code, name: `Xã ${code}`, kind: 'commune' })),
  );
  const { publicUrl, pin } = await hubFacts(db);
  const address = { url: publicUrl ?? '', pin };
  const codes: string[] = [];
  for (const point of points) {
    const issued = await issueEnrolmentCode(db, { point, address, actor: 'cli', now: Date.now() });
    if (!issued.ok) throw new Error(issued.error.code);
    codes.push(issued.value.code);
  }
  await db.destroy();
  return codes;
}

/** A point of the hub's, enrolled. */
export async function enrolledPoint(hub: RealHub, point: string, dataDir: string): Promise<PointService> {
  const [code] = await enrolmentCodes(hub, [point]);
  return enrolWith(code ?? '', dataDir);
}

export async function enrolWith(code: string, dataDir: string): Promise<PointService> {
  const opened = await openPointService({ dataDir, appVersion: '0.0.0-test' });
  if (!opened.ok) throw new Error(opened.error.code);
  const enrolled = await opened.value.enrol(code);
  if (!enrolled.ok) throw new Error(enrolled.error.code);
  return opened.value;
}
