import { appErr } from '../../shared/errors.ts';
import {
  type FoundProvince,
  type RoleChoice,
  type SetupAnswer,
  type SetupState,
  setupAnswer,
  setupState,
} from '../../shared/protocol/setup.ts';

/** What this machine can be asked before it has a role; null when it does not answer. */
export async function askSetup(): Promise<SetupState | null> {
  const response = await fetch('/api/setup').catch(() => null);
  const parsed = setupState.safeParse(await response?.json().catch(() => null));
  return parsed.success ? parsed.data : null;
}

export const chooseRole = (choice: RoleChoice) => post('/api/setup/role', choice);
export const found = (province: FoundProvince) => post('/api/setup/province', province);

async function post(path: string, body: object): Promise<SetupAnswer> {
  const response = await fetch(path, { method: 'POST', body: JSON.stringify(body) }).catch(() => null);
  const parsed = setupAnswer.safeParse(await response?.json().catch(() => null));
  return parsed.success ? parsed.data : appErr('internal');
}
