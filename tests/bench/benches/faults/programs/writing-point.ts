import { openPointService } from '../../../../../electron/point/point-service.ts';

/**
 * A point in a process of its own that records as fast as it can and sends meanwhile: `FOLDER HUB-URL`. Each entry's number is
 * printed once it is saved.
 */
const [dataDir = '', hubUrl] = process.argv.slice(2);
const opened = await openPointService({ dataDir, appVersion: '0', hubUrl });
if (!opened.ok) {
  process.stderr.write(`${opened.error.code} ${JSON.stringify(opened.error.values)}\n`);
  process.exit(1);
}
const point = opened.value;
point.start();
for (let count = 0; ; count += 1) {
  const saved = await point.answer({
    meetingId: 'm',
    itemId: `item-${count % 10}`,
    answer: 'yes',
    note: `lần ${count}`,
  });
  if (!saved.ok) {
    process.stderr.write(`${saved.error.code}\n`);
    process.exit(1);
  }
  process.stdout.write(`${saved.value.seq} ${saved.value.hash}\n`);
  // Lets what is sent have its turn.
  if (count % 3 === 0) await new Promise((resolve) => setImmediate(resolve));
}
