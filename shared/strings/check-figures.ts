import type { CheckId } from '../checks/check-id.ts';
import type { ReasonValues } from '../checks/verdict.ts';
import type { Translator } from './translator.ts';

const LINE = ['uploadMbps', 'downloadMbps', 'rttMs', 'jitterMs', 'lossPct', 'mos'] as const;
const BOUNDS = { uploadMbps: 'uploadBound', downloadMbps: 'downloadBound' } as const;

/**
 * What a check measured, in one short sentence beside its verdict, as far as its judgement tells: the line's figures matter to
 * the province also where nothing is wrong with them. Empty for every other check, and for what older versions filed.
 */
export function checkFigures({ t }: Translator, id: CheckId, values: ReasonValues): string {
  if (id !== 'link') return '';
  const parts = LINE.flatMap((key) => {
    const value = values[key];
    if (typeof value !== 'number') return [];
    const bound = key in BOUNDS ? (values[BOUNDS[key as keyof typeof BOUNDS]] ?? '') : '';
    return [t(`line.figures.${key}`, { value, bound })];
  });
  // The finding's own words already say a single one.
  if (parts.length < 2) return '';
  const text = parts.join(', ');
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;
}
