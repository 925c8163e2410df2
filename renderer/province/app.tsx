import { useDocumentTitle } from '@mantine/hooks';
import { useEffect } from 'react';
import { UiProvider } from '../ui/provider.tsx';
import { useWords } from '../ui/words.tsx';
import { AREAS } from './areas/areas.ts';
import { ConsoleStoreProvider, useConsole } from './context.tsx';
import { Login } from './login.tsx';
import { Shell } from './shell/shell.tsx';
import type { ConsoleStoreApi } from './store/store.ts';

/** The console over its store. */
export function Console({ store }: { readonly store: ConsoleStoreApi }) {
  return (
    <ConsoleStoreProvider store={store}>
      <InLanguage />
    </ConsoleStoreProvider>
  );
}

function InLanguage() {
  const locale = useConsole((state) => state.locale);
  const setLocale = useConsole((state) => state.setLocale);
  return (
    <UiProvider locale={locale} setLocale={setLocale}>
      <Screen />
    </UiProvider>
  );
}

function Screen() {
  const { t } = useWords();
  const session = useConsole((state) => state.session);
  useDocumentTitle(t('province.title'));
  if (session === undefined) return <p role="status">{t('common.loading')}</p>;
  return session === null ? <Login /> : <SignedIn />;
}

function SignedIn() {
  const follow = useConsole((state) => state.follow);
  useEffect(() => follow(), [follow]);
  return <Shell areas={AREAS} />;
}
