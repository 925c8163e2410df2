import { Button } from '@mantine/core';
import { lazy, Suspense, useState } from 'react';
import { Icon } from '../icons.tsx';
import { useWords } from '../words.tsx';
import type { GuideName } from './guides.ts';

const HelpDialog = lazy(() => import('./help-dialog.tsx'));

/** Opens the guide to what is on the screen; the first of `pages` is the right one here. */
export function HelpButton({ pages }: { readonly pages: readonly [GuideName, ...GuideName[]] }) {
  const { t } = useWords();
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button
        variant="default"
        size="compact-md"
        aria-label={t('home.help.open')}
        title={t('home.help.open')}
        onClick={() => setOpen(true)}
      >
        <Icon name="help" size={18} />
      </Button>
      {open && (
        <Suspense fallback={null}>
          <HelpDialog pages={pages} onClose={() => setOpen(false)} />
        </Suspense>
      )}
    </>
  );
}
