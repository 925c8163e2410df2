import type { Replacement } from '../events/correction.ts';
import type { PlacedEntry, PlacedFact } from './entry.ts';
import { byProvinceClock } from './place.ts';

/**
 * `applied`: the original is read by it. `superseded`: another correction of the same entry prevails. `withdrawn`: taken back
 * itself. `proposed`: the point asks for what only the province may change. `no-such-entry`: what it corrects is not here (yet).
 */
export type CorrectionEffect = 'applied' | 'superseded' | 'withdrawn' | 'proposed' | 'no-such-entry';

export interface CorrectionStanding {
  readonly id: string;
  readonly of: string;
  readonly at: number;
  readonly actor: string | null;
  readonly reason: string;
  readonly replacement: Replacement;
  readonly effect: CorrectionEffect;
}

interface Asked extends Omit<CorrectionStanding, 'effect'> {
  readonly byProvince: boolean;
}

/**
 * What holds after the corrections. The province's prevail over the point's, later over earlier ones; a correction can be
 * withdrawn by a further one. `recorded` in order.
 */
export function correctionsOf(recorded: readonly PlacedEntry[]): {
  readonly held: readonly PlacedEntry[];
  readonly corrections: readonly CorrectionStanding[];
} {
  const byId = new Map(recorded.map((entry) => [entry.id, entry]));
  const asked = recorded.map(askedOf).filter((one) => one !== null);
  const prevailing = new Map<string, Asked>();
  const effects = new Map<string, CorrectionEffect>();
  const ofProvince = asked.filter(({ byProvince }) => byProvince).reverse();
  const ofPoint = asked.filter(({ byProvince }) => !byProvince).reverse();
  for (const one of [...ofProvince, ...ofPoint]) {
    const effect = effectOf(one, byId.get(one.of), prevailing);
    effects.set(one.id, effect);
    if (effect === 'applied') prevailing.set(one.of, one);
  }
  const corrections = asked.map(({ byProvince: _, ...one }) => ({ ...one, effect: effects.get(one.id) ?? 'proposed' }));
  return { held: recorded.flatMap((entry) => heldOf(entry, prevailing.get(entry.id))), corrections };
}

function askedOf(entry: PlacedEntry): Asked | null {
  const { id, at } = entry;
  if (entry.source === 'point') {
    if (entry.event.type !== 'correction') return null;
    const { of, actor, reason, replacement } = entry.event;
    return { id, of, at, actor, reason, replacement, byProvince: false };
  }
  if (entry.ruling.type !== 'province-correction') return null;
  const { of, reason, replacement } = entry.ruling;
  const actor = entry.actor.kind === 'account' ? entry.actor.fullName : null;
  return { id, of, at, actor, reason, replacement, byProvince: true };
}

function effectOf(
  one: Asked,
  target: PlacedEntry | undefined,
  prevailing: ReadonlyMap<string, Asked>,
): CorrectionEffect {
  if (prevailing.get(one.id)?.replacement.kind === 'withdrawn') return 'withdrawn';
  if (!target) return 'no-such-entry';
  if (!mayCorrect(one, target)) return 'proposed';
  return prevailing.has(one.of) ? 'superseded' : 'applied';
}

/** The sign-in is proved by a PIN at a moment: the point itself cannot move or withdraw it, nor touch a ruling. */
function mayCorrect({ byProvince, replacement }: Asked, target: PlacedEntry): boolean {
  const isCorrection =
    target.source === 'point' ? target.event.type === 'correction' : target.ruling.type === 'province-correction';
  if (isCorrection && replacement.kind !== 'withdrawn') return false;
  if (target.source === 'province') return byProvince && replacement.kind !== 'fact';
  if (target.event.type === 'leader-signed-in') return byProvince && replacement.kind !== 'fact';
  return true;
}

function heldOf(entry: PlacedEntry, by: Asked | undefined): readonly PlacedEntry[] {
  const isCorrection =
    entry.source === 'point' ? entry.event.type === 'correction' : entry.ruling.type === 'province-correction';
  if (isCorrection) return [];
  if (!by) return [entry];
  const { replacement } = by;
  if (replacement.kind === 'withdrawn') return [];
  if (entry.source === 'province') return [{ ...entry, at: replacement.at, correctedBy: by.id }];
  const moved: PlacedFact = { ...entry, ...byProvinceClock(replacement.at, entry.clock), correctedBy: by.id };
  return [replacement.kind === 'fact' ? { ...moved, event: replacement.fact } : moved];
}
