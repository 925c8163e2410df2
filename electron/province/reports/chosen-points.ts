import type { ReportPoint } from '../../../shared/reports/point-columns.ts';
import type { Narrowed } from '../../../shared/reports/readiness/facts.ts';
import { listPoints } from '../db/points.ts';
import type { Db } from '../db/schema.ts';

/** The points a report is about, by code, as it names them; all of them when it is not narrowed. */
export async function chosenPoints(db: Db, { cluster, point }: Narrowed): Promise<ReadonlyMap<string, ReportPoint>> {
  const points = (await listPoints(db))
    .filter((one) => cluster === null || one.cluster === cluster)
    .filter((one) => point === null || one.code === point);
  return new Map(points.map(({ code, name, cluster: of }) => [code, { code, name, cluster: of }]));
}
