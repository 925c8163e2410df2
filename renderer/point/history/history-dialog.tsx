import { useEffect, useState } from 'react';
import { compareChecks, type PastCheck } from '../../../shared/history/past-check.ts';
import { ErrorAdvice } from '../../ui/advice.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { useWords } from '../../ui/words.tsx';
import { usePoint } from '../context.tsx';
import { ComparedTable } from './compared-table.tsx';
import { Figures } from './figures.tsx';
import classes from './history.module.css';
import { RunList } from './run-list.tsx';
import { SupportForm } from './support-form.tsx';

const NONE: readonly PastCheck[] = [];

/** The checks of this point over time, two of them side by side, and the file for whoever helps. */
export default function HistoryDialog({ onClose }: { readonly onClose: () => void }) {
  const { t } = useWords();
  const read = usePoint((state) => state.pastChecks);
  const error = usePoint((state) => state.historyError);
  const load = usePoint((state) => state.loadHistory);
  const [picked, setPicked] = useState<readonly string[] | null>(null);
  useEffect(() => void load(), [load]);
  const runs = read ?? NONE;
  // Without a choice the last two, and they are ticked.
  const chosen = picked ?? runs.slice(-2).map(({ runId }) => runId);
  const [before, after] = runs.filter(({ runId }) => chosen.includes(runId));
  return (
    <Dialog light title={t('history.title')} size={1180} onClose={onClose}>
      {error && <ErrorAdvice error={error} onRetry={() => void load()} />}
      {!read && !error && <p role="status">{t('common.loading')}</p>}
      {read && runs.length === 0 && <p role="status">{t('history.none')}</p>}
      {runs.length > 0 && (
        <div className={classes.columns}>
          <RunList runs={runs} chosen={chosen} onChoose={setPicked} />
          <div className={classes.side}>
            {before && after ? (
              <ComparedTable before={before} after={after} compared={compareChecks(before, after)} />
            ) : (
              <p>{t(runs.length === 1 ? 'history.oneOnly' : 'history.choose')}</p>
            )}
            <Figures runs={runs} />
          </div>
        </div>
      )}
      <SupportForm />
    </Dialog>
  );
}
