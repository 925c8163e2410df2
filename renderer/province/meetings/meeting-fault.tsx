import type { AppError } from '../../../shared/errors.ts';
import { ErrorAdvice } from '../../ui/advice.tsx';
import { useWords } from '../../ui/words.tsx';
import { meetingsRoute } from './routes.ts';

/** Why a meeting cannot be shown. One that does not exist is not asked for again: the list leads to those that do. */
export function MeetingFault({ error, onRetry }: { readonly error: AppError; readonly onRetry: () => void }) {
  const { t } = useWords();
  if (error.code !== 'meeting-unknown') return <ErrorAdvice error={error} onRetry={onRetry} />;
  const way = { label: t('province.unknownMeeting.toList'), href: meetingsRoute.hash({}) };
  return <ErrorAdvice error={error} remedy={t('province.unknownMeeting.do')} way={way} />;
}
