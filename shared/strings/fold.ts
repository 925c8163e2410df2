/** For searching: accents and case do not count, and đ is d (DOMAIN, Conventions). */
export function foldForSearch(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').replace(/[đĐ]/g, 'd').toLowerCase();
}

/** Whether every word of `query` begins somewhere in `text`. */
export function matchesSearch(text: string, query: string): boolean {
  const folded = foldForSearch(text);
  return foldForSearch(query)
    .split(/\s+/)
    .every((word) => folded.includes(word));
}

/** The order a Vietnamese reader expects. */
export const vietnameseOrder = new Intl.Collator('vi', { numeric: true }).compare;
