import { Button } from '@mantine/core';
import { lazy, Suspense, useState } from 'react';
import { Icon } from '../icons.tsx';
import { useWords } from '../words.tsx';

/** Read from disk when it is asked for: few open it. */
const OptionsDialog = lazy(() => import('./options-dialog.tsx'));

/** Opens how the window looks and what this software is. */
export function OptionsButton() {
  const { t } = useWords();
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button
        variant="default"
        size="compact-md"
        aria-label={t('home.options.open')}
        title={t('home.options.open')}
        onClick={() => setOpen(true)}
      >
        <Icon name="options" size={18} />
      </Button>
      {open && (
        <Suspense fallback={null}>
          <OptionsDialog onClose={() => setOpen(false)} />
        </Suspense>
      )}
    </>
  );
}
