/** For searching: accents and case do not count, and đ is d (DOMAIN, Conventions). */
export function foldForSearch(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').replace(/[đĐ]/g, 'd').toLowerCase();
}

/** Whether every word of `query` begins a word of `text`. */
export function matchesSearch(text: string, query: string): boolean {
  const words = wordsOf(text);
  return wordsOf(query).every((part) => words.some((word) => word.startsWith(part)));
}

function wordsOf(text: string): string[] {
  return foldForSearch(text).match(/[\p{L}\p{N}]+/gu) ?? [];
}

/** The order a Vietnamese reader expects. */
export const vietnameseOrder = new Intl.Collator('vi', { numeric: true }).compare;
