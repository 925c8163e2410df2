/** Whether somebody is named anywhere in a recorded fact: by the id the roster gave them, or by their full name. */
export function mentions(fact: unknown, { id, fullName }: { readonly id: string; readonly fullName: string }): boolean {
  if (typeof fact === 'string') return fact === id || fact.normalize('NFC') === fullName;
  if (Array.isArray(fact)) return fact.some((one) => mentions(one, { id, fullName }));
  return typeof fact === 'object' && fact !== null && mentions(Object.values(fact), { id, fullName });
}

/** Hashes of the letters that a fact refers to. */
export function lettersIn(fact: unknown): readonly string[] {
  if (typeof fact !== 'object' || fact === null) return [];
  const own = 'sha256' in fact && typeof fact.sha256 === 'string' ? [fact.sha256] : [];
  return [...own, ...Object.values(fact).flatMap(lettersIn)];
}
