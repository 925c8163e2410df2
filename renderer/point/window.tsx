import { useMemo } from 'react';
import type { AppearanceKeeper } from '../ui/appearance/keeper.ts';
import { type CrashHelp, CrashHelpContext } from '../ui/crash-screen.tsx';
import { UiProvider } from '../ui/provider.tsx';
import { App } from './app.tsx';
import { PointStoreProvider, usePoint } from './context.tsx';
import type { PointStoreApi } from './store/store.ts';

/** The point's window over its store. */
export function PointWindow({ store, keeper }: { readonly store: PointStoreApi; readonly keeper: AppearanceKeeper }) {
  return (
    <PointStoreProvider store={store}>
      <InLanguage keeper={keeper} />
    </PointStoreProvider>
  );
}

function InLanguage({ keeper }: { readonly keeper: AppearanceKeeper }) {
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
        <App />
      </UiProvider>
    </CrashHelpContext>
  );
}
