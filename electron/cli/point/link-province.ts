import { createHubClient } from '../../point/hub-client.ts';
import { CliError, EXIT } from '../cli.ts';

/** As the check ends that could not measure. */
const EXIT_UNMEASURED = 3;

interface Enrolled {
  readonly id: string;
  readonly pin: string | null;
}

/** The address of `--province`, if one was given. Throws `CliError` (usage) for what is none. */
export function hubAt(address: string | undefined) {
  if (address === undefined) return undefined;
  if (!URL.canParse(address) || !/^https?:$/.test(new URL(address).protocol))
    throw new CliError(`--province takes an address as in https://hub:8443, not "${address}"`, EXIT.usage);
  return { url: address, mustBeOwn: (hub: Enrolled | null) => mustBeOwn(address, hub) };
}

/**
 * Only the hub that knows this device grants a session, and only its certificate is trusted: another one is told at once.
 * One that does not answer is left to the check, which says why.
 */
async function mustBeOwn(url: string, hub: Enrolled | null): Promise<void> {
  const stranger = new CliError(
    `this machine is not enrolled with the hub at ${url}: enrol it there first, or give an address of its own hub`,
    EXIT_UNMEASURED,
  );
  if (!hub) throw stranger;
  const client = createHubClient({ url, pin: hub.pin }, null);
  try {
    const answer = await client.health();
    if (answer.ok ? answer.value.hubId !== hub.id : answer.error.code === 'hub-wrong-certificate') throw stranger;
  } finally {
    await client.close();
  }
}
