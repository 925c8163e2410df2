import type { MadeReport } from '../make-report.ts';

/** Items of an array that become text at once. */
const BLOCK = 64;

/** The report as JSON, never whole in memory. */
export function jsonTexts({ report, beside }: MadeReport): Generator<string> {
  return textsOf({ ...beside, report });
}

function* textsOf(value: unknown): Generator<string> {
  if (Array.isArray(value)) yield* arrayTexts(value);
  else if (isHolder(value)) yield* objectTexts(value);
  else yield JSON.stringify(value);
}

function* arrayTexts(items: readonly unknown[]): Generator<string> {
  yield '[';
  // Sections are few and long, rows many and short.
  const deep = items.length < BLOCK && items.some(isHolder);
  for (let from = 0; from < items.length; from += deep ? 1 : BLOCK) {
    if (from > 0) yield ',';
    if (deep) yield* textsOf(items[from]);
    else yield JSON.stringify(items.slice(from, from + BLOCK)).slice(1, -1);
  }
  yield ']';
}

function* objectTexts(object: object): Generator<string> {
  let separator = '{';
  for (const [key, value] of Object.entries(object)) {
    if (value === undefined) continue;
    yield `${separator}${JSON.stringify(key)}:`;
    yield* textsOf(value);
    separator = ',';
  }
  yield separator === '{' ? '{}' : '}';
}

/** Whether an array may be in it that is worth cutting. */
function isHolder(value: unknown): value is object {
  return typeof value === 'object' && value !== null && Object.values(value).some(Array.isArray);
}
