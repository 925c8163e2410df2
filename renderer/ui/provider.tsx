import { type MantineColorSchemeManager, MantineProvider } from '@mantine/core';
import type { ReactNode } from 'react';
import type { Locale } from '../../shared/strings/translator.ts';
import { type AppearanceKeeper, storageKeeper } from './appearance/keeper.ts';
import { AppearanceProvider } from './appearance/use-appearance.tsx';
import { CrashScreen } from './crash-screen.tsx';
import { styleNonce } from './nonce.ts';
import { theme } from './theme.ts';
import { WordsProvider } from './words.tsx';

/** The library keeps a choice of its own, which nobody makes here: reading it would hold up the first picture. */
const nothingKept: MantineColorSchemeManager = {
  get: (usual) => usual,
  set: () => {},
  subscribe: () => {},
  unsubscribe: () => {},
  clear: () => {},
};

/** Appearance and language of a window. */
export function UiProvider(props: {
  readonly locale: Locale;
  readonly setLocale: (locale: Locale) => void;
  /** The page's own storage when left out. */
  readonly keeper?: AppearanceKeeper;
  readonly children: ReactNode;
}) {
  return (
    <AppearanceProvider keeper={props.keeper ?? storageKeeper}>
      {({ scheme }) => (
        <MantineProvider
          theme={theme}
          colorSchemeManager={nothingKept}
          forceColorScheme={scheme}
          getStyleNonce={styleNonce}
        >
          <WordsProvider locale={props.locale} setLocale={props.setLocale}>
            <CrashScreen>{props.children}</CrashScreen>
          </WordsProvider>
        </MantineProvider>
      )}
    </AppearanceProvider>
  );
}
