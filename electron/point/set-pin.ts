import { type AppError, appErr } from '../../shared/errors.ts';
import type { RequestValue } from '../../shared/ipc-contract.ts';
import { err, ok, type Result } from '../../shared/result.ts';
import type { EnrolledPoint } from './enrolled-point.ts';
import type { CodeInHand } from './pin-codes.ts';
import type { PointCore } from './point-core.ts';

export function pinState(core: PointCore, personId: string): Result<RequestValue<'leader:pin-state'>, AppError> {
  const { signIn } = core.policy();
  const state = core.pins.state(personId, signIn);
  if (!state.ok) return err(state.error);
  return ok({ ...state.value, codeNeeded: !state.value.set && signIn.pinSetup === 'province-code' });
}

/**
 * Sets a first PIN, or with the province's one-time code another one, and writes it into the journal.
 * Errors: `roster-unknown-person`, those of `Pins.set`.
 */
export async function setPin(
  core: PointCore,
  personId: string,
  pin: string,
  typed?: string,
): Promise<Result<null, AppError>> {
  const feed = () => core.stores.feed.read().feed;
  if (!feed()?.roster.some(({ id }) => id === personId)) return appErr('roster-unknown-person');
  const point = await core.enrolled();
  const code: CodeInHand | undefined =
    typed === undefined
      ? undefined
      : {
          typed,
          known: () => feed()?.pinCodes ?? [],
          async refresh() {
            if (!point) return;
            core.noteFeed(await point.refreshFeed());
            core.changed();
          },
        };
  const set = await core.pins.set(personId, pin, core.policy().signIn, code);
  if (set.ok && point) await tellPins(core, point);
  return set;
}

/**
 * Files what is not in the journal yet. PINs lie in a file of their own, so the program may end between the two: what is left is filed
 * at the next start. A failure is left for then, too: the PIN is set, and the person can go on.
 */
export async function tellPins(core: PointCore, point: EnrolledPoint): Promise<void> {
  const untold = core.pins.untold();
  if (!untold.ok) return core.warn(untold.error);
  for (const change of untold.value) {
    const { personId, byCode, replaced } = change;
    const filed = await point.file({ type: 'pin-set', personId, byCode, replaced });
    const done = filed.ok ? core.pins.told(change) : filed;
    if (!done.ok) return core.warn(done.error);
  }
}
