import { ErrorAdvice } from '../ui/advice.tsx';
import { useWords } from '../ui/words.tsx';
import { usePoint } from './context.tsx';
import { Enrolment } from './enrolment.tsx';
import { Home } from './home/home.tsx';

/** Which screen the window shows. */
export function App() {
  const { t } = useWords();
  const point = usePoint((state) => state.point);
  const bootError = usePoint((state) => state.bootError);
  if (bootError) return <ErrorAdvice error={bootError} />;
  if (!point) return <p role="status">{t('common.loading')}</p>;
  return point.enrolment ? <Home /> : <Enrolment />;
}
