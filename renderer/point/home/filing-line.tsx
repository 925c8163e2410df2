import { Button } from '@mantine/core';
import { errorText } from '../../../shared/strings/check-text.ts';
import { formatTime } from '../../../shared/strings/format.ts';
import { useWords } from '../../ui/words.tsx';
import { usePoint } from '../context.tsx';
import classes from './hero.module.css';

/** Whether what was just measured is on disk. Says "saved" only after the answer came. */
export function FilingLine() {
  const words = useWords();
  const { t } = words;
  const filing = usePoint((state) => state.filing);
  const again = usePoint((state) => state.fileAgain);
  switch (filing.kind) {
    case 'nothing':
      return null;
    case 'saving':
      return <p className={classes.filing}>{t('point.run.saving')}</p>;
    case 'saved':
      return <p className={classes.filing}>{t('point.run.saved', { time: formatTime(filing.at) })}</p>;
    case 'failed': {
      const { says, remedy } = errorText(words, filing.error);
      return (
        <p className={classes.filing} style={{ color: 'var(--fail)' }}>
          {t('point.run.notSaved')}: {says} {remedy}{' '}
          <Button size="compact-sm" variant="default" onClick={() => void again()}>
            {t('point.run.saveAgain')}
          </Button>
        </p>
      );
    }
  }
}
