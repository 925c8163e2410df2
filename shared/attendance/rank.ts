import { foldForSearch } from '../strings/fold.ts';

/** Whether a title begins with one of those that cannot stand in for a leader. A title nobody listed is never held against anyone. */
export function isIneligible(title: string, ineligible: readonly string[]): boolean {
  const folded = foldForSearch(title);
  return ineligible.some((one) => folded.startsWith(foldForSearch(one)));
}
