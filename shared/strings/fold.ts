/** For searching: accents and case do not count, and đ is d (DOMAIN, Conventions). */
export function foldForSearch(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').replace(/[đĐ]/g, 'd').toLowerCase();
}

/** Whether every word of `query` begins a word of `text`. */
export function matchesSearch(text: string, query: string): boolean {
  return wordsMatch(searchWords(text), searchWords(query));
}

/** The same on words made by `searchWords`, for lists that are searched with every key pressed. */
export function wordsMatch(words: readonly string[], query: readonly string[]): boolean {
  return query.every((part) => words.some((word) => word.startsWith(part)));
}

export function searchWords(text: string): string[] {
  return foldForSearch(text).match(/[\p{L}\p{N}]+/gu) ?? [];
}

/** The order a Vietnamese reader expects. */
export const vietnameseOrder = new Intl.Collator('vi', { numeric: true }).compare;
