import { z } from 'zod';
import { appError } from '../error-schema.ts';

/** What the first start asks of the main process, as the page says it over `app://setup/api`. */
export const setupState = z.object({
  /** What this machine is to be, where that is known already. */
  role: z.enum(['point', 'province']).nullable(),
  /** This machine's own addresses in its networks. */
  addresses: z.array(z.string()),
  port: z.number().int(),
});
export type SetupState = z.infer<typeof setupState>;

const locale = z.enum(['vi', 'en']);

/** `POST role`: this machine is a meeting point's. */
export const roleChoice = z.object({ role: z.literal('point'), locale });
export type RoleChoice = z.infer<typeof roleChoice>;

/**
 * `POST province`: founds a province here. `reach`: whether other machines reach it, or this one alone, to try it. `address` is how
 * points call it, a name or an IP address.
 */
export const foundProvince = z.object({
  locale,
  name: z.string().trim().min(1).max(200),
  hotline: z.string().trim().max(40),
  reach: z.enum(['network', 'here']),
  address: z.string().trim().max(200),
  port: z.number().int().min(1024).max(65535),
  username: z.string().trim().min(1).max(64),
  password: z.string().min(1).max(200),
});
export type FoundProvince = z.infer<typeof foundProvince>;

export const setupAnswer = z.discriminatedUnion('ok', [
  z.object({ ok: z.literal(true) }),
  z.object({ ok: z.literal(false), error: appError }),
]);
export type SetupAnswer = z.infer<typeof setupAnswer>;

/** What a hub on this machine is started with; kept in the province's folder. */
export const hubConfig = foundProvince
  .pick({ name: true, hotline: true, port: true })
  .extend({ host: z.string().min(1).max(200), publicUrl: z.url().nullable() });
export type HubConfig = z.infer<typeof hubConfig>;

/** A host name, an IPv4 address, or an IPv6 address in brackets. */
const ADDRESS = /^(\[[\da-f:]+\]|[a-z\d]([a-z\d.-]*[a-z\d])?)$/i;

/** Where points call; null where `address` cannot stand in one. */
export function publicUrlOf(address: string, port: number): string | null {
  return ADDRESS.test(address) ? `https://${address}:${port}` : null;
}
