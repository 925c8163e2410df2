import { createContext, type ReactNode, useContext, useEffect, useMemo } from 'react';
import { createTranslator, type Locale, type Translator } from '../../shared/strings/translator.ts';

export interface Words extends Translator {
  readonly setLocale: (locale: Locale) => void;
}

const WordsContext = createContext<Words | null>(null);

/** The words of the chosen language, for everything below. */
export function WordsProvider(props: {
  readonly locale: Locale;
  readonly setLocale: (locale: Locale) => void;
  readonly children: ReactNode;
}) {
  const { locale, setLocale, children } = props;
  const words = useMemo(() => ({ ...createTranslator(locale), setLocale }), [locale, setLocale]);
  useEffect(() => {
    document.documentElement.lang = locale;
  }, [locale]);
  return <WordsContext value={words}>{children}</WordsContext>;
}

export function useWords(): Words {
  const words = useContext(WordsContext);
  if (!words) throw new Error('useWords outside WordsProvider');
  return words;
}
