import type { Policy } from './policy.ts';

/** Endings of two names that stand side by side, the milder one first, and which way the stricter one lies. */
const PAIRS = [
  ['warnBelow', 'failBelow', 'down'],
  ['warnAbove', 'failAbove', 'up'],
  ['warnBelowShare', 'failBelowShare', 'down'],
  ['darkBelowLumaP50', 'brightAboveLumaP50', 'up'],
  ['readinessWarnMinutesBefore', 'readinessFailMinutesBefore', 'down'],
  ['technicianWarnMinutesBefore', 'technicianFailMinutesBefore', 'down'],
  ['leaderLateMinutesAfter', 'leaderAbsentMinutesAfter', 'up'],
] as const;

/** Paths (`checks.link.rttMs.failAbove`) of limits that would fail what is not even worth a warning, and of checklist items told twice. */
export function contradictions(policy: Policy): readonly string[] {
  const ids = policy.checklist.map(({ id }) => id);
  const doubled = ids.flatMap((id, at) => (ids.indexOf(id) < at ? [`checklist.${at}`] : []));
  return [...inside(policy, ''), ...doubled];
}

function inside(value: unknown, path: string): readonly string[] {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return [];
  const held = value as Readonly<Record<string, unknown>>;
  const here = PAIRS.flatMap(([mild, severe, way]) => {
    const [a, b] = [held[mild], held[severe]];
    if (typeof a !== 'number' || typeof b !== 'number') return [];
    return (way === 'down' ? b > a : b < a) ? [path + severe] : [];
  });
  return [...here, ...Object.entries(held).flatMap(([key, part]) => inside(part, `${path}${key}.`))];
}
