import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { fakeDevices, launchApp, type RunningApp } from '../support/electron-app.ts';
import { pointCommand } from '../support/point-command.ts';
import { furnish, type Hub, issuePinCodes, LEADER, MEETING_ID, startHub } from '../support/province.ts';

describe('a point that loses power', () => {
  const workDir = mkdtempSync(join(tmpdir(), 'diem-cau-point-killed-'));
  const dataDir = join(workDir, 'point');
  let hub: Hub | undefined;
  let point: RunningApp | undefined;

  afterAll(async () => {
    await point?.close();
    await hub?.stop();
    rmSync(workDir, { recursive: true, force: true });
  });

  it('still has the sign-in that it showed as saved, and sends it when the province is back', async () => {
    hub = await startHub(join(workDir, 'province'));
    const port = Number(new URL(hub.url).port);
    const { code } = await furnish(hub, workDir);
    const pinCodes = await issuePinCodes(hub.command);
    expect(await pointCommand(['enrol', code, '--data', dataDir])).toMatchObject({ exitCode: 0 });
    expect(await pointCommand(['sync', '--data', dataDir])).toMatchObject({ exitCode: 0 });
    await hub.stop();

    point = await launchApp({ role: 'point', dataDir, switches: fakeDevices() });
    const { page } = point;
    await page.getByRole('button', { name: 'Lãnh đạo đăng nhập' }).click();
    await page.getByRole('button', { name: LEADER.fullName }).click();
    await page.getByLabel(/^Mã của tỉnh/).fill(pinCodes.get(LEADER.id) ?? '');
    await page.getByLabel(/^Mã PIN mới/).fill('135135');
    await page.getByLabel('Nhập lại mã PIN').fill('135135');
    await page.getByRole('button', { name: 'Đăng nhập dự họp' }).click();
    await page.getByText(/đã đăng nhập lúc/).waitFor();
    await point.kill();

    point = await launchApp({ role: 'point', dataDir, switches: fakeDevices() });
    await point.page.getByText('Đúng thành phần').waitFor();
    expect(await pointCommand(['verify', '--data', dataDir])).toMatchObject({ exitCode: 0 });

    hub = await startHub(join(workDir, 'province'), port);
    await point.page.getByRole('button', { name: 'Đồng bộ ngay' }).click();
    await point.page.getByText('Đã gửi tới tỉnh').first().waitFor();
    const report = (await hub.command('report', '--meeting', MEETING_ID, '--format', 'json')) as {
      rows: { leader: { fullName: string } | null }[];
    };
    expect(report.rows.filter(({ leader }) => leader?.fullName === LEADER.fullName)).toHaveLength(1);
    // The enrolment, the first PIN and the sign-in.
    expect(await hub.command('verify')).toMatchObject({ entries: 3, faults: [] });
  });
});
