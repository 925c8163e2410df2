import { createInstance } from 'i18next';
import { DICTIONARY, type StringKey } from './dictionary.ts';

export type Locale = 'vi' | 'en';
export type TextValues = Readonly<Record<string, string | number>>;

/** Words of one language. `raw` takes keys built at run time and answers null for one that has no words. */
export interface Translator {
  readonly locale: Locale;
  readonly t: (key: StringKey, values?: TextValues) => string;
  readonly raw: (key: string, values?: TextValues) => string | null;
}

const MISSING = '…';

/** Numbers written `{{name, number}}` come out by the language: `4,2` in Vietnamese, `4.2` in English. */
export function createTranslator(locale: Locale): Translator {
  const i18n = createInstance();
  void i18n.init({
    lng: locale,
    fallbackLng: false,
    initAsync: false,
    nsSeparator: false,
    interpolation: { escapeValue: false },
    // What another version filed may lack a value these words speak of: a reader sees that, never the words' own braces.
    missingInterpolationHandler: () => MISSING,
    resources: { vi: { translation: DICTIONARY.vi }, en: { translation: DICTIONARY.en } },
  });
  const say = (key: string, values: TextValues) => unbroken(i18n.t(key, { ...values }));
  const known = new Map<string, string>();
  /** Words without values are always the same, and thousands of rows say the same few. */
  const sayPlain = (key: string) => {
    const text = known.get(key) ?? say(key, {});
    known.set(key, text);
    return text;
  };
  return {
    locale,
    t: (key, values) => (values === undefined ? sayPlain(key) : say(key, values)),
    raw(key, values) {
      if (!known.has(key) && !i18n.exists(key)) return null;
      return values === undefined ? sayPlain(key) : say(key, values);
    },
  };
}

const BEFORE_UNIT = /(\d) (?=(%|ms|Mbps|dB|dBFS|GiB)(?![\p{L}\p{N}]))/gu;

/** A number keeps its unit on its line. */
function unbroken(text: string): string {
  return text.replace(BEFORE_UNIT, '$1\u00a0');
}
