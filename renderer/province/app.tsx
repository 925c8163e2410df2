import { useDocumentTitle } from '@mantine/hooks';
import { useEffect } from 'react';
import { UiProvider } from '../ui/provider.tsx';
import { useWords } from '../ui/words.tsx';
import { ConsoleStoreProvider, useConsole } from './context.tsx';
import { Header } from './header.tsx';
import { Login } from './login.tsx';
import { Meetings } from './meetings.tsx';
import { ReadinessScreen } from './readiness/readiness-screen.tsx';
import { useMeetingInHash } from './route.ts';
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
  const meetingId = useMeetingInHash();
  const show = useConsole((state) => state.show);
  const follow = useConsole((state) => state.follow);
  useEffect(() => follow(), [follow]);
  useEffect(() => void show(meetingId), [show, meetingId]);
  return (
    <>
      <Header />
      {meetingId === null ? <Meetings /> : <ReadinessScreen />}
    </>
  );
}
