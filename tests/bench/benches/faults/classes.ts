import { attacks } from './attacks.ts';
import { damagedFiles } from './damaged-files.ts';
import type { FaultClass } from './fault-class.ts';
import { fullDisk } from './full-disk.ts';
import { fuzzedOnPostgres, fuzzedRequests } from './fuzzed-requests.ts';
import { fuzzedWindow } from './fuzzed-window.ts';
import { hostileNetwork } from './hostile-network.ts';
import { killedHub } from './killed-hub.ts';
import { killedPoint } from './killed-point.ts';
import { lossyLine } from './lossy-line.ts';
import { powerCuts } from './power-cuts.ts';

/** All classes by the name they are chosen with (`--profile`). */
export const FAULT_CLASSES: Readonly<Record<string, FaultClass>> = {
  attacks,
  'killed-point': killedPoint,
  'killed-hub': killedHub,
  'power-cuts': powerCuts,
  'full-disk': fullDisk,
  'damaged-files': damagedFiles,
  'hostile-network': hostileNetwork,
  'lossy-line': lossyLine,
  'fuzzed-requests': fuzzedRequests,
  'fuzzed-postgres': fuzzedOnPostgres,
  'fuzzed-window': fuzzedWindow,
};
