import { openPointService } from '../../../../../electron/point/point-service.ts';

/**
 * A point in a process of its own that enrols, records and sends until the hub has it all: `FOLDER HUB-URL CODE ENTRIES SECONDS`.
 * A part is recorded before it has ever reached the hub, as after days without a line. Its last line is what came of it, as JSON.
 */
const [dataDir = '', hubUrl, code = '', entries, seconds] = process.argv.slice(2);
const deadline = Date.now() + 1000 * Number(seconds);
const opened = await openPointService({ dataDir, appVersion: '0', hubUrl });
if (!opened.ok) throw new Error(opened.error.code);
const point = opened.value;
const bad = { overstated: 0, untold: 0 };
point.onChange(({ sync }) => {
  if (sync.receivedSeq > sync.lastSeq) bad.overstated += 1;
  if (sync.phase === 'waiting' && (sync.nextTryAt === null || sync.error === null)) bad.untold += 1;
});

let tries = 1;
for (let enrolled = await point.enrol(code); !enrolled.ok; enrolled = await point.enrol(code)) {
  tries += 1;
  if (Date.now() > deadline) throw new Error(`could not enrol: ${enrolled.error.code}`);
}
await record(Number(entries) / 2);
const stop = point.start();
await record(Number(entries) / 2);
await new Promise<void>((done) => {
  const off = point.onChange(look);
  const timer = setTimeout(finish, deadline - Date.now());
  look();
  function look(): void {
    if (point.state().sync.pending === 0) finish();
  }
  function finish(): void {
    clearTimeout(timer);
    off();
    done();
  }
});
stop();
const { pending, lastSeq } = point.state().sync;
process.stdout.write(`${JSON.stringify({ pending, lastSeq, tries, ...bad })}\n`);
await point.close();
process.exit(0);

async function record(count: number): Promise<void> {
  for (let n = 0; n < count; n += 1) {
    const saved = await point.answer({ meetingId: 'm', itemId: `item-${n % 10}`, answer: 'yes', note: `lần ${n}` });
    if (!saved.ok) throw new Error(saved.error.code);
  }
}
