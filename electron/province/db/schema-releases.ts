import type { Stage } from '../../../shared/updates/stage.ts';

/** Epoch milliseconds, UTC. */
type Ms = number;

/** Releases as they were signed. The one added last is offered. */
export interface ReleasesTable {
  hash: string;
  version: string;
  jws: string;
  added_at: Ms;
  actor: string;
  stage: Stage;
  /** Codes of the points that get it first, a JSON array. */
  first_points: string;
}

/** What each device said last about a release; `report` is JSON (`updateReport`). */
export interface DeviceUpdatesTable {
  device_id: string;
  version: string | null;
  report: string;
  at: Ms;
}

export interface ReleasesSchema {
  releases: ReleasesTable;
  device_updates: DeviceUpdatesTable;
}
