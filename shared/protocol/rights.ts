import type { Role } from './console.ts';

/** What a role may do. The hub enforces it; the console shows nobody what would be refused. */
const RIGHTS = {
  read: ['admin', 'operator', 'office', 'viewer'],
  schedule: ['admin', 'operator'],
  /** The technicians' telephone numbers. */
  contacts: ['admin', 'operator', 'office'],
  enrol: ['admin', 'operator'],
  /** Who may sit for a point, and codes for their PINs. */
  roster: ['admin', 'operator'],
  /** Calls points, asks them to check again, and sees their technicians' numbers. */
  help: ['admin', 'operator', 'office'],
  /** The Office takes the roll call and rules on it. */
  rule: ['admin', 'office'],
  /** Explanations and reasons are discipline notes: for those who need them (DOMAIN, Personal data). */
  discipline: ['admin', 'office'],
  /** Tokens and webhooks of other systems. */
  integrate: ['admin'],
  /** The list of points and whom to call there; also who stands for a device. */
  points: ['admin', 'operator'],
  /** By which limits verdicts are given: reading which is for everybody. */
  policy: ['admin'],
  accounts: ['admin'],
  audit: ['admin'],
  /** Back-ups, what is deleted after which time, update files. */
  maintain: ['admin'],
} as const satisfies Record<string, readonly Role[]>;
export type Right = keyof typeof RIGHTS;

export function may(role: Role, right: Right): boolean {
  const allowed: readonly Role[] = RIGHTS[right];
  return allowed.includes(role);
}
