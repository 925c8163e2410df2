import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openPointService, type PointService } from '../../electron/point/point-service.ts';
import { launchApp, type RunningApp } from '../support/electron-app.ts';
import { pointCommand } from '../support/point-command.ts';
import { furnish, type Hub, startHub } from '../support/province.ts';
import { screenshot } from '../support/screenshot.ts';

const OTHER_POINT = '21583';
const NEVER = new AbortController().signal;

/** What a technician sees of the line: its turn in the queue, the measuring, and all that came of it. */
describe('the card of the line', () => {
  const workDir = mkdtempSync(join(tmpdir(), 'diem-cau-line-card-'));
  const dataDir = join(workDir, 'point');
  let hub: Hub;
  let point: RunningApp;
  let others: readonly PointService[] = [];

  beforeAll(async () => {
    hub = await startHub(join(workDir, 'province'));
    const { code } = await furnish(hub, workDir);
    expect(await pointCommand(['enrol', code, '--data', dataDir])).toMatchObject({ exitCode: 0 });
    expect(await pointCommand(['sync', '--data', dataDir])).toMatchObject({ exitCode: 0 });
    // As many tests as the hub's line bears by the default policy.
    others = await Promise.all([1, 2].map((number) => enrolledPoint(`other-${number}`)));
    point = await launchApp({ role: 'point', dataDir });
  });
  afterAll(async () => {
    await point?.close();
    await Promise.all(others.map((other) => other.close()));
    await hub?.stop();
    rmSync(workDir, { recursive: true, force: true });
  });

  async function enrolledPoint(name: string): Promise<PointService> {
    const opened = await openPointService({ dataDir: join(workDir, name), appVersion: '0' });
    if (!opened.ok) throw new Error(opened.error.code);
    const issued = (await hub.command('enrol', '--point', OTHER_POINT)) as { code: string };
    expect(await opened.value.enrol(issued.code)).toMatchObject({ ok: true });
    return opened.value;
  }

  it('waits its turn while another point has the province’s line, then measures and tells both directions', async () => {
    for (const other of others) expect(await other.linkGrant(NEVER)).toMatchObject({ ok: true });
    const { page } = point;
    const card = page.getByRole('article', { name: 'Đường truyền' });
    await card.getByRole('button', { name: /^Đo/ }).click();
    await card.getByText(/^Đang chờ đường truyền của tỉnh: thứ 1, khoảng \d+ giây$/).waitFor();
    await screenshot(page, 'link-waiting');
    await Promise.all(others.map((other) => other.endLink(NEVER)));

    const plot = card.getByRole('img', { name: /^Biểu đồ theo thời gian\. Xuống [\d,]+.Mbps,.* Độ trễ [\d,]+.ms/ });
    await plot.waitFor({ timeout: 20_000 });
    await screenshot(page, 'link-measuring');

    const details = card.getByRole('button', { name: /^Chi tiết/ });
    await details.click({ timeout: 40_000 });
    const ways = card.getByRole('table', { name: 'Số đo theo từng chiều' });
    await ways.waitFor();
    for (const row of ['Tốc độ (Mbps)', 'Mất gói (%)', 'Biến động trễ (ms)', 'Chất lượng tiếng, MOS'])
      await ways.getByRole('row', { name: row }).waitFor();
    await card.getByText(/ ± \d+.ms$/).waitFor();
    await details.scrollIntoViewIfNeeded();
    await screenshot(page, 'link-details');
  });
});
