import { type AppError, appErr } from '../../shared/errors.ts';
import type { JournalEvent } from '../../shared/events/journal-event.ts';
import type { EnrolmentCode } from '../../shared/protocol/enrolment.ts';
import { parseEnrolmentCode } from '../../shared/protocol/enrolment-code-text.ts';
import { ok, type Result } from '../../shared/result.ts';
import { type DeviceKey, makeDeviceKey } from './device-key.ts';
import { createHubClient } from './hub-client.ts';
import type { KeyVault } from './key-vault.ts';
import type { Enrolment, PointStores } from './settings.ts';

export interface EnrolmentWorld {
  readonly dataDir: string;
  readonly vault: KeyVault;
  readonly stores: Pick<PointStores, 'enrolment'>;
  readonly deviceName: string;
  readonly appVersion: string;
  readonly now: () => number;
}

/**
 * Makes this machine a point's device with the province's one-time code. The key is on disk before the hub hears of it, and the hub
 * answers the same code with the same key alike: killed at any moment, the person simply enters the code again.
 * Errors: `enrolment-already`, `enrolment-bad-code`, the hub's, `storage-failed`.
 */
export async function enrolDevice(world: EnrolmentWorld, codeText: string): Promise<Result<Enrolment, AppError>> {
  const existing = world.stores.enrolment.read().enrolment;
  if (existing) return appErr('enrolment-already', { point: existing.point.name });
  const code = parseEnrolmentCode(codeText);
  if (!code || !isSafe(code)) return appErr('enrolment-bad-code');
  const key = makeDeviceKey(world.dataDir, world.vault);
  if (!key.ok) return key;
  // A key we cannot sign with would enrol a device that can never file anything.
  const signing = await key.value.signingKey();
  if (!signing.ok) return signing;
  const answer = await askHub(world, code, key.value);
  if (!answer.ok) return answer;
  const written = world.stores.enrolment.write({ enrolment: answer.value });
  return written.ok ? answer : written;
}

async function askHub(
  world: EnrolmentWorld,
  code: EnrolmentCode,
  key: DeviceKey,
): Promise<Result<Enrolment, AppError>> {
  const pin = code.pin ?? null;
  const hub = createHubClient({ url: code.hub, pin }, null);
  try {
    const { point, secret } = code;
    const { deviceName, appVersion } = world;
    const answer = await hub.enrol({ point, secret, deviceKey: key.public, deviceName, appVersion });
    if (!answer.ok) return answer;
    return ok({
      deviceId: answer.value.deviceId,
      deviceKey: key.public,
      point: answer.value.point,
      hub: { ...answer.value.hub, url: code.hub, pin },
      enrolledAt: world.now(),
    });
  } finally {
    await hub.close();
  }
}

/** The first entry of a device's chain. */
export function enrolledEvent({ point, hub }: Enrolment, appVersion: string): JournalEvent {
  return { type: 'enrolled', pointName: point.name, hubUrl: hub.url, appVersion };
}

/** The secret goes over TLS, or stays on this machine. */
function isSafe({ hub }: EnrolmentCode): boolean {
  const { protocol, hostname } = new URL(hub);
  const loopback = hostname === 'localhost' || hostname === '[::1]' || /^127\./.test(hostname);
  return protocol === 'https:' || (protocol === 'http:' && loopback);
}
