import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { openSqlite } from '../../../electron/sqlite/open.ts';
import { POINT } from '../../support/province.ts';
import { asked, type PackagedApp } from './app.ts';
import { type Builds, VERSIONS } from './builds.ts';
import type { WalkHub } from './hub.ts';

export interface WalkPlace {
  readonly builds: Builds;
  readonly hub: WalkHub;
  readonly app: PackagedApp;
  /** Where the application was unpacked, and its data. */
  readonly appDir: string;
  readonly dataDir: string;
  readonly folder: string;
}

/** One thing that must come true; its words are the figure's name. */
export interface Step {
  readonly name: string;
  readonly run: (place: WalkPlace) => Promise<void>;
}

const INSTALL = 'Cài ngay';

/** The life of a point from a tar.gz, in order: nothing after a broken step can be told. */
export const STEPS: readonly Step[] = [
  {
    name: 'the tar.gz unpacked in an empty folder starts, and enrols over TLS with a pinned certificate',
    async run({ app, hub }) {
      const page = await app.runs(VERSIONS.old);
      await page.getByRole('textbox', { name: 'Mã ghi danh' }).fill(hub.code);
      await page.getByRole('button', { name: 'Ghi danh' }).click();
      await page.getByRole('heading', { name: POINT.name }).waitFor();
      await page.getByRole('button', { name: 'Để sau, vào màn hình chính' }).click();
      await page.getByText('Họp giao ban').first().waitFor();
    },
  },
  {
    name: 'it checks everything, and the province has the result',
    async run({ app }) {
      const page = await app.page();
      await page.getByRole('button', { name: 'Kiểm tra tất cả' }).click();
      await page.getByText(/^Đã lưu kết quả lúc/).waitFor({ timeout: 120_000 });
      await page.getByText('Đã gửi tới tỉnh').first().waitFor();
    },
  },
  {
    name: 'a release that somebody else signed is refused, in words',
    async run(place) {
      await offer(place, await place.builds.forge(VERSIONS.new, [place.builds.new]), [place.builds.new]);
      await (await place.app.page()).getByText('không có chữ ký của nhà phát hành').waitFor();
    },
  },
  {
    name: 'the signed one is fetched and told, and installs when the technician says so',
    async run(place) {
      await offer(place, await place.builds.sign(VERSIONS.new, [place.builds.new]), []);
      await installNow(place, VERSIONS.new);
      await place.app.runs(VERSIONS.new);
    },
  },
  {
    name: 'every entry and the enrolment are there after it, and a copy from before',
    async run(place) {
      await keepsAll(place);
      const copies = readdirSync(join(place.dataDir, 'before-update'));
      if (!copies.some((name) => name.endsWith(VERSIONS.old))) throw new Error(`copies: ${copies.join(', ')}`);
    },
  },
  {
    name: 'the province sees the new version',
    async run({ hub }) {
      await eventually(async () => {
        const { points } = (await hub.command('updates', 'show')) as { points: { runs: boolean }[] };
        return points.length > 0 && points.every(({ runs }) => runs);
      });
    },
  },
  {
    name: 'near a meeting nothing is installed, whatever is pressed',
    async run(place) {
      const soon = ['--id', 'gap', '--title', 'Họp gấp', '--start', '+120m', '--points', 'all', '--chair', 'Chủ tịch'];
      await place.hub.command('meetings', 'add', ...soon, '--invitation', '13/GM-UBND');
      const page = await place.app.page();
      await asked(page, 'point:sync');
      await offer(place, await place.builds.sign(VERSIONS.broken, [place.builds.broken]), [place.builds.broken]);
      await eventually(async () => {
        const { value } = await asked(page, 'update:state');
        return value.kind === 'waiting' && (value.waiting as { why: string }).why === 'meeting';
      });
      await place.hub.command('meetings', 'cancel', 'gap', '--reason', 'Hoãn');
      await asked(page, 'point:sync');
    },
  },
  {
    name: 'a version that does not start is taken back by itself, and said so',
    async run(place) {
      await installNow(place, VERSIONS.broken);
      await eventually(async () => swapLog(place).includes('the old one comes back'), 180);
      const page = await place.app.runs(VERSIONS.new);
      await page.getByText('không khởi động được trên máy này').waitFor();
      await keepsAll(place);
    },
  },
  {
    name: 'a signed roll-back brings the older version, and keeps everything',
    async run(place) {
      await offer(place, await place.builds.sign(VERSIONS.old, [place.builds.old], [VERSIONS.new]), [place.builds.old]);
      await installNow(place, VERSIONS.old);
      await place.app.runs(VERSIONS.old);
      await keepsAll(place);
      const page = await place.app.page();
      await page.getByText('Đã gửi tới tỉnh').first().waitFor();
    },
  },
];

/** As an administrator does it: the installers, then the release. */
async function offer({ hub, app, folder }: WalkPlace, jws: string, installers: readonly string[]): Promise<void> {
  for (const installer of installers) await hub.command('updates', 'add', installer);
  writeFileSync(join(folder, 'release.jws'), jws);
  await hub.command('updates', 'offer', join(folder, 'release.jws'));
  await asked(await app.page(), 'point:sync');
}

async function installNow({ app }: WalkPlace, version: string): Promise<void> {
  const shown = await app.page();
  await shown.getByText(version).first().waitFor({ timeout: 120_000 });
  await shown.getByRole('button', { name: INSTALL }).click({ timeout: 120_000 });
}

let entries: readonly string[] = [];

/** Whatever was in the journal before must be in it still. */
async function keepsAll({ app, dataDir }: WalkPlace): Promise<void> {
  const { value } = await asked(await app.page(), 'point:state');
  if ((value.enrolment as { pointCode: string } | null)?.pointCode !== POINT.code)
    throw new Error('not enrolled any more');
  const db = openSqlite(join(dataDir, 'journal.db'));
  const now = db
    .prepare('SELECT hash FROM entries ORDER BY seq')
    .all()
    .map((row) => String(row.hash));
  db.close();
  const lost = entries.filter((hash) => !now.includes(hash));
  if (lost.length > 0 || now.length < 2) throw new Error(`${lost.length} entries lost, ${now.length} there`);
  entries = now;
}

function swapLog({ dataDir }: WalkPlace): string {
  const file = join(dataDir, 'update', 'swap.log');
  return existsSync(file) ? readFileSync(file, 'utf8') : '';
}

async function eventually(look: () => Promise<boolean>, seconds = 90): Promise<void> {
  for (const end = Date.now() + seconds * 1000; Date.now() < end; ) {
    if (await look()) return;
    await new Promise((resolve) => setTimeout(resolve, 500));
  }
  throw new Error('it did not come');
}
