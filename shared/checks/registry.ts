import type { Policy } from '../policy/policy.ts';
import { camera } from './camera/check.ts';
import type { CheckId } from './check-id.ts';
import type { CheckDefinition } from './define-check.ts';
import { encoder } from './encoder/check.ts';
import { host } from './host/check.ts';
import { link } from './link/check.ts';
import { microphone } from './microphone/check.ts';
import type { ProbeOutcome } from './probe-outcome.ts';
import { screenShare } from './screen-share/check.ts';
import { speaker } from './speaker/check.ts';
import type { Judgement } from './verdict.ts';

type Definitions = { readonly [Id in CheckId]: CheckDefinition<Policy['checks'][Id]> };

/** All checks there are. A new check is a folder and one line here: what is forgotten does not compile. */
export const CHECKS: Definitions = {
  camera,
  microphone,
  speaker,
  link,
  'screen-share': screenShare,
  encoder,
  host,
};

/** Judges one outcome by the policy in force. */
export function judge<Id extends CheckId>(id: Id, outcome: ProbeOutcome, policy: Policy): Judgement {
  const definition: Definitions[Id] = CHECKS[id];
  return definition.judge(outcome, policy.checks[id]);
}
