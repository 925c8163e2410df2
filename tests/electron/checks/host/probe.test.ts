import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as systeminformation from 'systeminformation';
import { expect, it } from 'vitest';
import { type HostSystem, measureHost } from '../../../../electron/checks/host/probe.ts';
import { host } from '../../../../shared/checks/host/check.ts';
import { hostMeasurement } from '../../../../shared/checks/host/measurement.ts';
import { DEFAULT_POLICY } from '../../../../shared/policy/default-policy.ts';

const never = () => new Promise<never>(() => {});
const broken = () => Promise.reject(new Error('not on this system'));
const MUTE: HostSystem = {
  cpuTimes: () => ({ busyMs: 0, totalMs: 0 }),
  mem: broken,
  battery: broken,
  osInfo: broken,
  diskFree: broken,
  time: systeminformation.time,
};

async function measure(change: Partial<Parameters<typeof measureHost>[0]> = {}) {
  const dataDir = await mkdtemp(join(tmpdir(), 'diem-cau-host-'));
  return measureHost({ dataDir, signal: new AbortController().signal, onProgress: () => {}, ...change });
}

it('measures this very machine', async () => {
  const outcome = await measure();
  if (outcome.kind === 'failed') throw new Error(outcome.failure);
  const machine = hostMeasurement.parse(outcome.measurement);
  expect(machine.memoryAvailableGiB).toBeLessThanOrEqual(machine.memoryTotalGiB ?? 0);
  expect(machine.diskFreeGiB).toBeGreaterThan(0);
  expect(machine.cpuLoadPct).not.toBeNull();
  expect(machine.os?.name.length).toBeGreaterThan(0);
});

it('leaves empty what the system does not tell, and that is not a pass', async () => {
  const outcome = await measure({ system: MUTE });
  expect(outcome).toMatchObject({ kind: 'measured', measurement: { cpuLoadPct: null, diskFreeGiB: null, os: null } });
  expect(host.judge(outcome, DEFAULT_POLICY.checks.host).verdict).toBe('unmeasured');
});

it('tells mains from battery', async () => {
  const facts = await systeminformation.battery();
  const battery = async () => ({ ...facts, hasBattery: true, acConnected: false, percent: 61 });
  const outcome = await measure({ system: { ...MUTE, battery } });
  expect(outcome).toMatchObject({ measurement: { power: { source: 'battery', batteryPct: 61 } } });
});

it('is cancelled although the system never answers', async () => {
  const controller = new AbortController();
  const running = measure({ system: { ...MUTE, mem: never }, signal: controller.signal });
  controller.abort();
  expect(await running).toMatchObject({ kind: 'failed', failure: 'cancelled' });
});
