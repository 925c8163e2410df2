import { MantineProvider } from '@mantine/core';
import type { ReactNode } from 'react';
import type { Locale } from '../../shared/strings/translator.ts';
import { AppearanceProvider } from './appearance/use-appearance.tsx';
import { CrashScreen } from './crash-screen.tsx';
import { styleNonce } from './nonce.ts';
import { theme } from './theme.ts';
import { WordsProvider } from './words.tsx';

/** Appearance and language of a window. */
export function UiProvider(props: {
  readonly locale: Locale;
  readonly setLocale: (locale: Locale) => void;
  readonly children: ReactNode;
}) {
  return (
    <AppearanceProvider>
      {({ scheme }) => (
        <MantineProvider theme={theme} forceColorScheme={scheme} getStyleNonce={styleNonce}>
          <WordsProvider locale={props.locale} setLocale={props.setLocale}>
            <CrashScreen>{props.children}</CrashScreen>
          </WordsProvider>
        </MantineProvider>
      )}
    </AppearanceProvider>
  );
}
