import { existsSync } from 'node:fs';
import pkg from '../../../package.json' with { type: 'json' };
import type { AppError } from '../../../shared/errors.ts';
import type { Result } from '../../../shared/result.ts';
import { errorText } from '../../../shared/strings/check-text.ts';
import { createTranslator } from '../../../shared/strings/translator.ts';
import { openPointService, type PointDeps, type PointService } from '../../point/point-service.ts';
import { CliError, cliLocale, failed, note, required } from '../cli.ts';

/** Options every command takes. The point's window may be open meanwhile: both work on the same folder. */
export const POINT_OPTIONS = { data: { type: 'string' }, json: { type: 'boolean', default: false } } as const;
export const POINT_USAGE = '--data DIR [--json]';

export interface PointValues {
  readonly data?: string | undefined;
}

/** The folder of `--data`, which must be there. */
export function existingFolder(values: PointValues): string {
  const data = required('data', values.data);
  if (!existsSync(data)) throw new CliError(`no such folder: ${data}`);
  return data;
}

/** Runs `work` on the point of a folder (made when it is not there yet) and closes it. */
export async function withPoint<T>(
  dataDir: string,
  work: (point: PointService) => Promise<T>,
  deps: Pick<PointDeps, 'hubUrl'> = {},
): Promise<T> {
  const opened = unwrap(await openPointService({ dataDir, appVersion: pkg.version, ...deps }));
  try {
    const outcome = await work(opened);
    for (const warning of opened.warnings()) note(inWords(warning));
    return outcome;
  } finally {
    await opened.close();
  }
}

/** The value, or the command's end with the failure in words. */
export function unwrap<T>(result: Result<T, AppError>): T {
  if (!result.ok) throw failed(result.error);
  return result.value;
}

export function inWords(error: AppError): string {
  const { says, remedy } = errorText(createTranslator(cliLocale(process.env)), error);
  return `${says} ${remedy} [${error.code}]`;
}
