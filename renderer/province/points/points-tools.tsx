import { Button } from '@mantine/core';
import { useState } from 'react';
import { Dialog } from '../../ui/dialog.tsx';
import { useWords } from '../../ui/words.tsx';
import shared from '../console.module.css';
import { ImportPoints } from './import-points.tsx';
import { PointForm } from './point-form.tsx';

/** Means to add points: one, or a list. */
export function PointsTools({ onChanged }: { readonly onChanged: () => void }) {
  const { t } = useWords();
  const [open, setOpen] = useState<'add' | 'import' | null>(null);
  return (
    <div className={shared.titleButtons}>
      <Button size="md" onClick={() => setOpen('add')}>
        {t('admin.points.add')}
      </Button>
      <Button size="md" variant="default" onClick={() => setOpen('import')}>
        {t('admin.points.import')}
      </Button>
      <Dialog look="small" title={open && t(`admin.points.${open}`)} onClose={() => setOpen(null)}>
        {open === 'add' && (
          <PointForm
            point={null}
            onDone={() => {
              setOpen(null);
              onChanged();
            }}
          />
        )}
        {open === 'import' && <ImportPoints onImported={onChanged} />}
      </Dialog>
    </div>
  );
}
