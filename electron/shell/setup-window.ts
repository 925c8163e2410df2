import { networkInterfaces } from 'node:os';
import { join } from 'node:path';
import { session } from 'electron';
import type { z } from 'zod';
import { type AppError, appErr } from '../../shared/errors.ts';
import {
  type FoundProvince,
  foundProvince,
  type RoleChoice,
  roleChoice,
  type SetupAnswer,
  type SetupState,
} from '../../shared/protocol/setup.ts';
import type { Result } from '../../shared/result.ts';
import { serveApp } from './app-protocol.ts';
import { restrictPermissions } from './permissions.ts';
import { openWindow } from './window.ts';
import type { WindowStateStore } from './window-state.ts';

export interface SetupWindow {
  /** Null when the person closed the window instead. */
  readonly chosen: Promise<'point' | 'province' | null>;
  /** Once the window of the role stands. */
  readonly close: () => void;
}

export interface SetupOptions {
  readonly distDir: string;
  /** What this machine is to be, where that is known. */
  readonly role: 'province' | null;
  readonly port: number;
  readonly onPoint: (choice: RoleChoice) => Result<null, AppError>;
  readonly onProvince: (province: FoundProvince) => Promise<Result<null, AppError>>;
}

const NOWHERE: WindowStateStore = {
  load: () => null,
  save: () => undefined,
  appearance: () => 'system',
  keepAppearance: () => undefined,
};

/**
 * The window of a machine without a role. Its page speaks HTTP to this process alone, through a session of its own that keeps
 * nothing: it has no bridge, no device and no network.
 */
export function openSetup(options: SetupOptions): SetupWindow {
  const own = session.fromPartition('setup');
  let choose: (role: 'point' | 'province' | null) => void = () => undefined;
  const chosen = new Promise<'point' | 'province' | null>((resolve) => {
    choose = resolve;
  });
  serveApp(own, 'setup', join(options.distDir, 'renderer'), async (request) => {
    const { pathname } = new URL(request.url);
    if (pathname === '/api/setup') return Response.json(stateOf(options));
    const answer = await answerOf(pathname, await request.json().catch(() => null), options);
    if (answer.ok) choose(pathname.endsWith('role') ? 'point' : 'province');
    return Response.json(answer.ok ? { ok: true } : answer);
  });
  restrictPermissions(own, null);
  const { window } = openWindow({ host: 'setup', session: own, preload: null, state: NOWHERE });
  window.on('closed', () => choose(null));
  return { chosen, close: () => window.destroy() };
}

function stateOf({ role, port }: SetupOptions): SetupState {
  const all = Object.values(networkInterfaces()).flatMap((list) => list ?? []);
  const addresses = all.filter(({ internal, family }) => !internal && family === 'IPv4').map(({ address }) => address);
  return { role, port, addresses };
}

async function answerOf(
  path: string,
  body: unknown,
  { onPoint, onProvince, role }: SetupOptions,
): Promise<SetupAnswer | Result<null, AppError>> {
  if (path === '/api/setup/role' && role === null) return parsed(roleChoice, body, async (choice) => onPoint(choice));
  if (path === '/api/setup/province') return parsed(foundProvince, body, onProvince);
  return appErr('not-found');
}

async function parsed<Schema extends z.ZodType>(
  schema: Schema,
  body: unknown,
  handle: (value: z.infer<Schema>) => Promise<Result<null, AppError>>,
): Promise<Result<null, AppError>> {
  const value = schema.safeParse(body);
  return value.success
    ? handle(value.data)
    : appErr('input-invalid', { field: value.error.issues[0]?.path.join('.') ?? '' });
}
