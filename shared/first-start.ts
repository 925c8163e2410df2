import type { Locale } from './ipc-contract.ts';

/** What the first screen of a machine without data shows: all there is to know before that data is made. */
export interface FirstStart {
  readonly locale: Locale;
  /** As in `app:info`, both. */
  readonly hubAddress: string | null;
  readonly roleIsChosen: boolean;
}

const NAME = 'first-start';

/** For the query of the page's address: known there before anything can be asked. */
export function firstStartFields({ locale, hubAddress, roleIsChosen }: FirstStart): Readonly<Record<string, string>> {
  return {
    [NAME]: locale,
    ...(hubAddress === null ? {} : { hub: hubAddress }),
    ...(roleIsChosen ? { role: 'chosen' } : {}),
  };
}

/** Null: the query tells of none. */
export function firstStartOf(query: { readonly get: (name: string) => string | null }): FirstStart | null {
  const locale = query.get(NAME);
  if (locale !== 'vi' && locale !== 'en') return null;
  return { locale, hubAddress: query.get('hub'), roleIsChosen: query.get('role') === 'chosen' };
}
