import { useDocumentTitle } from '@mantine/hooks';
import { useEffect } from 'react';
import { UiProvider } from '../ui/provider.tsx';
import { useWords } from '../ui/words.tsx';
import { ConsoleStoreProvider, useConsole } from './context.tsx';
import { Header } from './header.tsx';
import { Login } from './login.tsx';
import { Meetings } from './meetings.tsx';
import { ReadinessScreen } from './readiness/readiness-screen.tsx';
import { RollCallScreen } from './roll-call/roll-call-screen.tsx';
import { PointsScreen } from './roster/points-screen.tsx';
import { RosterScreen } from './roster/roster-screen.tsx';
import { type Route, useRoute } from './route.ts';
import { NewMeeting } from './schedule/new-meeting.tsx';
import { ScheduleScreen } from './schedule/schedule-screen.tsx';
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
  const route = useRoute();
  const show = useConsole((state) => state.show);
  const follow = useConsole((state) => state.follow);
  const readiness = route.screen === 'readiness' ? route.meetingId : null;
  useEffect(() => follow(), [follow]);
  useEffect(() => void show(readiness), [show, readiness]);
  return (
    <>
      <Header />
      <Routed route={route} />
    </>
  );
}

function Routed({ route }: { readonly route: Route }) {
  switch (route.screen) {
    case 'meetings':
      return <Meetings />;
    case 'new-meeting':
      return <NewMeeting />;
    case 'points':
      return <PointsScreen />;
    case 'roster':
      return <RosterScreen point={route.point} />;
    case 'readiness':
      return <ReadinessScreen meetingId={route.meetingId} />;
    case 'schedule':
      return <ScheduleScreen meetingId={route.meetingId} />;
    case 'roll-call':
      return <RollCallScreen meetingId={route.meetingId} />;
  }
}
