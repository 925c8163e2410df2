import { createServer } from 'node:http';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { z } from 'zod';
import { insertDevice } from '../../electron/province/db/devices.ts';
import { openDatabase } from '../../electron/province/db/open.ts';
import { upsertPoints } from '../../electron/province/db/points.ts';
import { hubFacts } from '../../electron/province/identity.ts';
import { stderrLog } from '../../electron/province/log.ts';
import { startHub } from '../../electron/province/server.ts';
import { publicKeyJwk } from '../../shared/protocol/enrolment.ts';
import { CROWD_DOOR_PORT, CROWD_HUB_PORT } from './crowd-ports.ts';

/**
 * The far end of a crowd: the whole hub as a province runs it, over TLS, in the folder `CROWD_DATA`, its own line `CROWD_LINE_MBPS`
 * each way; and a plain door that enrols devices by the dozen.
 */
const dataDir = join(process.env.CROWD_DATA ?? '', 'hub');
const mbps = Number(process.env.CROWD_LINE_MBPS);
const devices = z.array(z.object({ id: z.string(), key: publicKeyJwk }));

await startHub({
  dataDir,
  host: '0.0.0.0',
  port: CROWD_HUB_PORT,
  consoleDir: null,
  log: stderrLog('warn'),
  lineMbps: { down: mbps, up: mbps },
});
const db = await openDatabase({ dataDir });
createServer(async (request, reply) => {
  const now = Date.now();
  for (const [index, { id, key }] of devices.parse(JSON.parse(await text(request))).entries()) {
    const pointCode = String(index + 1);
    await upsertPoints(db, [{ code: pointCode, name: `Xã ${pointCode}`, kind: 'commune' }]);
    await insertDevice(db, { id, pointCode, key, name: '', appVersion: '0.0.0-test' }, now);
  }
  const { id, pin } = await hubFacts(db);
  reply.end(JSON.stringify({ hubId: id, pin }));
}).listen(CROWD_DOOR_PORT, '0.0.0.0');
