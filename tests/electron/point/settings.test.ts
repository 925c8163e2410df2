import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { openPointService } from '../../../electron/point/point-service.ts';
import { temporaryFolder } from './folder.ts';
import { handClock } from './hand-clock.ts';
import { unwrap } from './open-chain.ts';
import { openPoint } from './open-point.ts';
import { startSmallHub } from './small-hub.ts';

test('choices are kept, and seen by another process at once', async () => {
  const folder = temporaryFolder();
  const window = await openPoint(folder);
  const other = await openPoint(folder);
  expect(window.settings.locale()).toBe('vi');
  unwrap(window.settings.setLocale('en'));
  unwrap(window.settings.chooseDevice('camera', { id: 'cam-1', label: 'USB camera' }));
  unwrap(other.settings.chooseDevice('speaker', { id: 'spk-1', label: 'Room speaker' }));
  expect(window.settings.locale()).toBe('en');
  expect(window.settings.devices()).toEqual({
    camera: { id: 'cam-1', label: 'USB camera' },
    speaker: { id: 'spk-1', label: 'Room speaker' },
  });
});

test.each(['{"locale": "vi", "dev', 'null', '{"locale":"fr"}', ''])(
  'settings that read %j are set aside, said so and begun anew',
  async (content) => {
    const folder = temporaryFolder();
    writeFileSync(join(folder, 'settings.json'), content);
    const point = await openPoint(folder, { clock: handClock(1_769_800_000_000) });
    expect(point.settings.locale()).toBe('vi');
    const copy = 'settings.json.corrupt-1769800000000';
    expect(point.warnings()).toEqual([{ code: 'settings-corrupt', values: { file: 'settings.json', copy } }]);
    expect(readFileSync(join(folder, copy), 'utf8')).toBe(content);
    unwrap(point.settings.setLocale('en'));
    expect(point.settings.locale()).toBe('en');
  },
);

test('losing every settings file loses no entry of the journal', async () => {
  const hub = await startSmallHub();
  const folder = temporaryFolder();
  const first = await openPoint(folder);
  unwrap(await first.enrol(hub.code()));
  unwrap(await first.answer({ meetingId: 'm1', itemId: 'power', answer: 'yes', note: '' }));
  await first.close();
  for (const file of ['enrolment.json', 'feed.json']) writeFileSync(join(folder, file), 'garbage');

  const point = await openPoint(folder);
  expect(point.state().enrolment).toBeNull();
  expect(point.warnings().map(({ code }) => code)).toEqual(['settings-corrupt', 'settings-corrupt']);
  expect(readdirSync(folder).filter((file) => file.includes('.corrupt-'))).toHaveLength(2);
  expect(await point.answer({ meetingId: 'm1', itemId: 'power', answer: 'no', note: '' })).toMatchObject({
    error: { code: 'enrolment-missing' },
  });
  unwrap(await point.enrol(hub.code()));
  expect(point.state()).toMatchObject({ sync: { lastSeq: 2, pending: 2 }, records: { m1: { manual: { power: {} } } } });
  unwrap(await point.syncNow());
  expect(hub.stored).toHaveLength(2);
});

test('a folder that cannot be made is an expected failure', async () => {
  const file = join(temporaryFolder(), 'file');
  writeFileSync(file, '');
  const opened = await openPointService({ dataDir: join(file, 'data'), appVersion: '0.0.0-test' });
  expect(opened).toMatchObject({ ok: false, error: { code: 'storage-failed' } });
});
