import type { Policy } from './policy.ts';

/** One limit that is not as it was. Undefined: it is not there at all. */
export interface PolicyChange {
  /** `checks.link.rttMs.warnAbove`; a list counts as one. */
  readonly path: string;
  readonly before: unknown;
  readonly after: unknown;
}

/** Every limit that differs; the versions' own names do not count. */
export function policyChanges(before: Policy, after: Policy): readonly PolicyChange[] {
  return between(before, after, '').filter(({ path }) => path !== 'version');
}

function between(before: unknown, after: unknown, path: string): readonly PolicyChange[] {
  if (isGroup(before) && isGroup(after)) {
    const keys = [...new Set([...Object.keys(before), ...Object.keys(after)])];
    return keys.flatMap((key) => between(before[key], after[key], path === '' ? key : `${path}.${key}`));
  }
  return JSON.stringify(before) === JSON.stringify(after) ? [] : [{ path, before, after }];
}

function isGroup(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
