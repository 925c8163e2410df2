import { Radio } from '@mantine/core';
import { APPEARANCES } from '../../../shared/appearance.ts';
import { useAppearance } from '../appearance/use-appearance.tsx';
import { Dialog } from '../dialog.tsx';
import { useWords } from '../words.tsx';
import { About } from './about.tsx';
import classes from './options.module.css';

/** How the window looks, and the about box. */
export default function OptionsDialog({ onClose }: { readonly onClose: () => void }) {
  const { t } = useWords();
  const { appearance, setAppearance } = useAppearance();
  return (
    <Dialog light title={t('home.options.title')} onClose={onClose}>
      <Radio.Group
        label={t('home.options.appearance')}
        description={t('home.options.appearanceHint')}
        value={appearance}
        onChange={(value) => setAppearance(APPEARANCES.find((one) => one === value) ?? 'system')}
      >
        <div className={classes.choices}>
          {APPEARANCES.map((one) => (
            <Radio key={one} size="md" value={one} label={t(`home.options.appearances.${one}`)} />
          ))}
        </div>
      </Radio.Group>
      <About />
    </Dialog>
  );
}
