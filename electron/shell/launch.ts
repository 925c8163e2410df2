import { parseArgs } from 'node:util';
import { CHECK_IDS, type CheckId } from '../../shared/checks/check-id.ts';
import type { LaunchMode } from '../../shared/point-state.ts';

/** What the command line asked for. Switches that are not ours are Chromium's and pass by. */
export interface Launch {
  /** Null: not said, so it is what was chosen at the first start. */
  readonly role: 'point' | 'province' | null;
  /** Data folder; null: the operating system's usual place for this application. */
  readonly data: string | null;
  readonly mode: LaunchMode;
  readonly json: boolean;
}

/** Reads the arguments after the executable. Throws an `Error` with one clear line on what makes no sense. */
export function parseLaunch(args: readonly string[]): Launch {
  const { values, positionals } = parseArgs({
    args: [...args],
    strict: false,
    allowPositionals: true,
    options: {
      role: { type: 'string' },
      data: { type: 'string' },
      only: { type: 'string' },
      json: { type: 'boolean' },
      'run-check': { type: 'boolean' },
    },
  });
  const { role = null } = values;
  if (role !== null && role !== 'point' && role !== 'province')
    throw new Error(`--role is point or province, not ${role}`);
  const unattended = positionals.includes('check');
  return {
    role,
    data: typeof values.data === 'string' ? values.data : null,
    json: values.json === true,
    mode: unattended
      ? { kind: 'unattended', only: parseOnly(values.only) }
      : { kind: 'interactive', runCheck: values['run-check'] === true },
  };
}

function parseOnly(value: unknown): CheckId[] | null {
  if (value === undefined) return null;
  const names = String(value).split(',').filter(Boolean);
  const unknown = names.find((name) => !CHECK_IDS.some((id) => id === name));
  if (unknown !== undefined || names.length === 0) {
    throw new Error(`--only takes ${CHECK_IDS.join(', ')}; ${unknown ?? 'nothing'} is not one of them`);
  }
  return CHECK_IDS.filter((id) => names.includes(id));
}
