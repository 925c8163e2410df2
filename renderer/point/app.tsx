import { useDocumentTitle } from '@mantine/hooks';
import { lazy, Suspense } from 'react';
import { ErrorAdvice } from '../ui/advice.tsx';
import { useWords } from '../ui/words.tsx';
import { usePoint } from './context.tsx';
import { ChooseDevices } from './first-start/choose-devices.tsx';
import { Enrolment } from './first-start/enrolment.tsx';
import classes from './first-start/first-start.module.css';
import { readHome } from './read-later.ts';

const Home = lazy(async () => ({ default: (await readHome()).Home }));

/** Which screen the window shows. */
export function App() {
  const { t } = useWords();
  const point = usePoint((state) => state.point);
  const justEnrolled = usePoint((state) => state.justEnrolled);
  const bootError = usePoint((state) => state.bootError);
  useDocumentTitle(t('point.title'));
  if (bootError)
    return (
      <main className={classes.page}>
        <div className={classes.card}>
          <h1>{t('common.appName')}</h1>
          <ErrorAdvice error={bootError} onRetry={() => location.reload()} />
        </div>
      </main>
    );
  const loading = <p role="status">{t('common.loading')}</p>;
  if (!point) return loading;
  if (!point.enrolment) return <Enrolment />;
  if (justEnrolled) return <ChooseDevices />;
  return (
    <Suspense fallback={loading}>
      <Home />
    </Suspense>
  );
}
