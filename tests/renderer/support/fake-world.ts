import type { ChosenDevice } from '../../../renderer/checks/probe.ts';
import type { Sound } from '../../../renderer/checks/sound.ts';
import type { BridgeClient } from '../../../renderer/point/bridge.ts';
import { createBridgeClient } from '../../../renderer/point/bridge.ts';
import type { PointWorld } from '../../../renderer/point/world.ts';
import type { ProbeOutcome } from '../../../shared/checks/probe-outcome.ts';
import type { AppError } from '../../../shared/errors.ts';
import { ok, type Result } from '../../../shared/result.ts';
import { INFO, NOW } from './point-states.ts';

export const SAVED = { seq: 30, hash: 'x'.repeat(43), at: NOW };
const FAILED: ProbeOutcome = { kind: 'failed', failure: 'probe-error', detail: 'no devices here' };

interface Play {
  readonly sound: Sound;
  readonly output: ChosenDevice | undefined;
  readonly signal: AbortSignal;
  readonly end: (played: Result<null, AppError>) => void;
}

/** A world without devices: every probe answers at once; the main process answers from `answers`, a value or a function. */
export function fakeWorld(answers: Readonly<Record<string, unknown>>) {
  const asked: { name: string; args: unknown }[] = [];
  const listeners: { name: string; listener: (value: unknown) => void }[] = [];
  const plugs = new Set<() => void>();
  const plays: Play[] = [];
  let devices: MediaDeviceInfo[] = [];
  const usual: Readonly<Record<string, unknown>> = {
    'app:info': ok(INFO),
    'checks:measure': ok(FAILED),
    'checks:file': ok(SAVED),
    'update:state': ok({ kind: 'none' }),
  };
  const client: BridgeClient = createBridgeClient({
    appearance: 'system',
    async request(name, args) {
      asked.push({ name, args });
      const answer = answers[name] ?? usual[name] ?? ok(null);
      return typeof answer === 'function' ? answer(args) : answer;
    },
    onNotice(name, listener) {
      const entry = { name, listener };
      listeners.push(entry);
      return () => listeners.splice(listeners.indexOf(entry), 1);
    },
  });
  const probe = async () => FAILED;
  const world: PointWorld = {
    client,
    firstStart: null,
    probes: { camera: probe, microphone: probe, speaker: probe, 'screen-share': probe, encoder: probe },
    devices: {
      enumerateDevices: async () => devices,
      addEventListener: (_type: string, listener: unknown) => plugs.add(listener as () => void),
      removeEventListener: (_type: string, listener: unknown) => plugs.delete(listener as () => void),
    } as PointWorld['devices'],
    async playSound(sound, output, signal) {
      return new Promise((resolve) => {
        plays.push({ sound, output, signal, end: resolve });
        signal.addEventListener('abort', () => resolve(ok(null)));
      });
    },
    now: () => NOW,
    elapsed: () => 0,
    after: () => () => {},
    whenIdle(callback) {
      callback();
      return () => {};
    },
    newId: () => '0a0b0c0d-0000-4000-8000-000000000001',
  };
  return {
    world,
    /** What was asked to be played; `end` is how it ends. */
    plays,
    asked: (name: string) => asked.filter((one) => one.name === name).map((one) => one.args),
    tell(name: string, value: unknown) {
      for (const one of listeners.filter((each) => each.name === name)) one.listener(value);
    },
    listenersLeft: () => listeners.length + plugs.size,
    plug(found: readonly Pick<MediaDeviceInfo, 'kind' | 'deviceId' | 'label'>[]) {
      devices = found.map((device) => ({ ...device, groupId: '', toJSON: () => device }));
      for (const listener of plugs) listener();
    },
  };
}
