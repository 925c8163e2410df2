import { parseEnrolmentCode } from '../../../shared/protocol/enrolment-code-text.ts';
import { type PushResponse, pushResponse } from '../../../shared/protocol/entries.ts';
import { makeDevice, type TestDevice } from '../../support/device.ts';
import type { HubProcess } from './program.ts';

const JSON_TYPE = { 'content-type': 'application/json' };

/** Enrols a new device with a code as the command line prints it. */
export async function enrolOver(hub: HubProcess, codeText: string): Promise<TestDevice> {
  const code = parseEnrolmentCode(codeText);
  if (code === null) throw new Error('that is no enrolment code');
  const { point, secret } = code;
  const device = await makeDevice(point);
  const body = JSON.stringify({ point, secret, deviceKey: device.key, deviceName: '', appVersion: '1' });
  const answer = await fetch(`${hub.url}/api/point/enrolments`, { method: 'POST', headers: JSON_TYPE, body });
  if (answer.status !== 200) throw new Error(`the enrolment answered ${answer.status}`);
  return device;
}

/** What the hub answered, or null when it died before it could. Throws on a refusal. */
export async function pushOver(
  hub: HubProcess,
  device: TestDevice,
  entries: readonly string[],
): Promise<PushResponse | null> {
  const headers = { ...JSON_TYPE, authorization: `Bearer ${await device.token(hub.hubId, Date.now())}` };
  const request = { method: 'POST', headers, body: JSON.stringify({ entries }) };
  const answer = await fetch(`${hub.url}/api/point/entries`, request).catch(() => null);
  const body: unknown = await answer?.json().catch(() => null);
  return body == null ? null : pushResponse.parse(body);
}
