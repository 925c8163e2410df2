import type { LinkGrant } from '../../../shared/protocol/link-session.ts';
import { orElse } from './pause.ts';
import type { Unreached } from './reach.ts';
import type { LinkWorld } from './world.ts';

const GRANT_TIMEOUT_MS = 3_000;

/** A session at the hub's responder, or which step stood in the way. */
export async function requestGrant(grant: LinkWorld['grant'], signal: AbortSignal): Promise<LinkGrant | Unreached> {
  const patience = AbortSignal.any([signal, AbortSignal.timeout(GRANT_TIMEOUT_MS)]);
  const answer = await orElse(grant(patience), null, patience);
  if (!answer) return { step: 'hub', cause: 'hub-timeout' };
  if (answer.ok) return answer.value;
  return { step: answer.error.code === 'hub-wrong-certificate' ? 'tls' : 'hub', cause: answer.error.code };
}
