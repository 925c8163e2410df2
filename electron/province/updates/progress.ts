import type { OfferedRelease, ReleasePoint } from '../../../shared/protocol/releases.ts';
import { release } from '../../../shared/updates/release.ts';
import { payloadOf } from '../../crypto/signed-line.ts';
import { currentRelease, listPointVersions, listUpdateReports } from '../db/releases.ts';
import type { Db } from '../db/schema.ts';
import { stateOf } from './files.ts';

/** What is offered, and how far each point has got with it; null where nothing was ever offered. */
export async function offeredNow(db: Db, dataDir: string): Promise<OfferedRelease | null> {
  const current = await currentRelease(db);
  if (current === undefined) return null;
  const { signedAt, takesBack, files } = release.parse(payloadOf(current.jws));
  const states = await Promise.all(files.map(async (file) => ({ file, state: await stateOf(dataDir, file) })));
  const { version, at: addedAt, actor, stage } = current;
  const missing = states.filter(({ state }) => state !== 'there').map(({ file }) => file.name);
  const points = await pointsUnder(db, version, current.first);
  return { version, signedAt, addedAt, actor, stage, takesBack, missing, points };
}

async function pointsUnder(db: Db, version: string, first: readonly string[]): Promise<ReleasePoint[]> {
  const reports = await listUpdateReports(db, version);
  const names = new Intl.Collator('vi');
  return (await listPointVersions(db))
    .map(({ code, name, versions }) => ({
      ...{ code, name, versions: [...versions] },
      isFirst: first.includes(code),
      runs: versions.length > 0 && versions.every((one) => one === version),
      state: reports.get(code) ?? null,
    }))
    .sort((a, b) => Number(b.isFirst) - Number(a.isFirst) || names.compare(a.name, b.name));
}
