import { useDocumentTitle } from '@mantine/hooks';
import { useEffect, useState } from 'react';
import box from '../ui/box.module.css';
import { useWords } from '../ui/words.tsx';
import { usePoint } from './context.tsx';
import { CannotStart } from './crash/cannot-start.tsx';
import { Enrolment } from './first-start/enrolment.tsx';
import classes from './first-start/first-start.module.css';
import type { LaterScreens } from './read-later.ts';

/** Which screen the window shows. */
export function App({ readScreens }: { readonly readScreens: () => Promise<LaterScreens> }) {
  const { t } = useWords();
  const point = usePoint((state) => state.point);
  const firstStart = usePoint((state) => state.firstStart);
  const justEnrolled = usePoint((state) => state.justEnrolled);
  const bootError = usePoint((state) => state.bootError);
  const [screens, setScreens] = useState<LaterScreens | null>(null);
  const isEnrolled = point !== null && point.enrolment !== null;
  // Not by Suspense: React holds back what follows its fallback for a third of a second.
  useEffect(() => {
    if (isEnrolled) void readScreens().then(setScreens);
  }, [isEnrolled, readScreens]);
  useDocumentTitle(t('point.title'));
  if (bootError)
    return (
      <main className={classes.page}>
        <div className={`${box.card} ${classes.card}`}>
          <h1>{t('common.appName')}</h1>
          <CannotStart error={bootError} />
        </div>
      </main>
    );
  if (!(point ?? firstStart)) return <Loading />;
  if (!point?.enrolment) return <Enrolment />;
  if (!screens) return <Loading />;
  return justEnrolled ? <screens.ChooseDevices /> : <screens.Home />;
}

/** What takes no longer than this is not worth a word. */
const SOON_MS = 300;

function Loading() {
  const { t } = useWords();
  const [isLate, setLate] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setLate(true), SOON_MS);
    return () => clearTimeout(timer);
  }, []);
  return isLate ? <p role="status">{t('common.loading')}</p> : null;
}
