import { hubDoor } from '../../../../electron/checks/link/hub-door.ts';
import { reachHub } from '../../../../electron/checks/link/reach.ts';
import { OPERATING_SYSTEM } from '../../../../electron/checks/link/world.ts';

/** The way to the hub at the address given, with nothing made up; run in a network of the test's own. */
const found = await reachHub(hubDoor(process.argv[2] ?? '', null), OPERATING_SYSTEM, AbortSignal.timeout(8_000));
console.log(JSON.stringify(found));
process.exit(0);
