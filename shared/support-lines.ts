import type { AppError } from './errors.ts';
import type { Words } from './strings/dictionary.ts';
import type { SupportPlaces } from './support-places.ts';

/** What a person reads out to whoever helps, in this order. Keys of the words `support.…`. */
export function supportLines(
  error: AppError,
  { version, dataDir, logFile, hotline }: SupportPlaces,
): readonly { readonly name: Exclude<keyof Words['support'], 'tell'>; readonly value: string }[] {
  const own = [
    { name: 'code', value: error.code },
    { name: 'version', value: version },
    { name: 'dataDir', value: dataDir },
    { name: 'logFile', value: logFile },
  ] as const;
  return hotline === null ? own : [{ name: 'hotline', value: hotline }, ...own];
}
