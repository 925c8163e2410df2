import { Button } from '@mantine/core';
import { formatMoment } from '../../../shared/strings/format.ts';
import { ErrorAdvice } from '../../ui/advice.tsx';
import { Icon } from '../../ui/icons.tsx';
import { useWords } from '../../ui/words.tsx';
import { usePoint } from '../context.tsx';
import classes from '../reminders/reminders.module.css';

/** That this software failed, and the file that helps to find out why. Nothing leaves the machine by itself. */
export function CrashBanner() {
  const { t } = useWords();
  const at = usePoint((state) => state.info?.lastCrashAt ?? null);
  const exportedTo = usePoint((state) => state.exportedTo);
  const error = usePoint((state) => state.historyError);
  const save = usePoint((state) => state.exportCrash);
  const answer = usePoint((state) => state.answerCrash);
  if (at === null) return null;
  return (
    <section className={classes.banner} aria-label={t('common.crash.label')}>
      <div className={classes.line}>
        <Icon name="warn" size={22} />
        <p className={classes.words}>
          <strong role="status">{t('common.crash.happened', { time: formatMoment(at, Date.now()) })}</strong>
          <span>{exportedTo === null ? t('common.crash.offer') : t('common.crash.saved', { path: exportedTo })}</span>
        </p>
        <div className={classes.actions}>
          {exportedTo === null && <Button onClick={() => void save()}>{t('common.crash.export')}</Button>}
          <Button variant="default" onClick={answer}>
            {t(exportedTo === null ? 'common.crash.dismiss' : 'common.actions.close')}
          </Button>
        </div>
      </div>
      {error && <ErrorAdvice error={error} />}
    </section>
  );
}
