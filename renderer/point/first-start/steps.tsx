import { Icon } from '../../ui/icons.tsx';
import { useWords } from '../../ui/words.tsx';
import classes from './first-start.module.css';

const STEPS = ['code', 'devices', 'check'] as const;

/** How far the first start is; `at` from 0. */
export function Steps({ at }: { readonly at: number }) {
  const { t } = useWords();
  return (
    <ol className={classes.steps} aria-label={t('firstStart.steps.label')}>
      {STEPS.map((step, index) => (
        <li key={step} aria-current={index === at ? 'step' : undefined} data-done={index < at}>
          <span className={classes.number}>{index < at ? <Icon name="pass" size={16} /> : index + 1}</span>
          {t(`firstStart.steps.${step}`)}
        </li>
      ))}
    </ol>
  );
}
