import { Button } from '@mantine/core';
import { lazy, Suspense, useState } from 'react';
import { Icon } from '../../ui/icons.tsx';
import { useWords } from '../../ui/words.tsx';

const HistoryDialog = lazy(() => import('./history-dialog.tsx'));

/** Opens what was measured here before. */
export function HistoryButton() {
  const { t } = useWords();
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button
        variant="default"
        size="compact-md"
        aria-label={t('history.open')}
        title={t('history.open')}
        onClick={() => setOpen(true)}
      >
        <Icon name="history" size={18} />
      </Button>
      {open && (
        <Suspense fallback={null}>
          <HistoryDialog onClose={() => setOpen(false)} />
        </Suspense>
      )}
    </>
  );
}
