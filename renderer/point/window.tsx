import { useMemo } from 'react';
import type { AppearanceKeeper } from '../ui/appearance/keeper.ts';
import { type CrashHelp, CrashHelpContext } from '../ui/crash-screen.tsx';
import { UiProvider } from '../ui/provider.tsx';
import { App } from './app.tsx';
import { PointStoreProvider, usePoint } from './context.tsx';
import type { LaterScreens } from './read-later.ts';
import type { PointStoreApi } from './store/store.ts';

interface How {
  readonly keeper: AppearanceKeeper;
  readonly readScreens: () => Promise<LaterScreens>;
}

/** The point's window over its store. */
export function PointWindow({ store, ...how }: { readonly store: PointStoreApi } & How) {
  return (
    <PointStoreProvider store={store}>
      <InLanguage {...how} />
    </PointStoreProvider>
  );
}

function InLanguage({ keeper, readScreens }: How) {
  const locale = usePoint((state) => state.locale);
  const setLocale = usePoint((state) => state.setLocale);
  const keep = usePoint((state) => state.keepCrash);
  const exportForSupport = usePoint((state) => state.exportForSupport);
  const help = useMemo<CrashHelp>(
    () => ({ keep, exportForSupport: () => void exportForSupport(false) }),
    [keep, exportForSupport],
  );
  return (
    <CrashHelpContext value={help}>
      <UiProvider locale={locale} setLocale={setLocale} keeper={keeper}>
        <App readScreens={readScreens} />
      </UiProvider>
    </CrashHelpContext>
  );
}
