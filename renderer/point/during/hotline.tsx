import { Icon } from '../../ui/icons.tsx';
import { useWords } from '../../ui/words.tsx';
import { usePoint } from '../context.tsx';
import classes from './during.module.css';

/** The province's telephone: the number large enough to dial from, and a link for machines that can call. */
export function Hotline() {
  const { t } = useWords();
  const number = usePoint((state) => state.point?.feed?.hub.hotline);
  if (!number) return null;
  return (
    <a
      className={classes.hotline}
      href={`tel:${number.replace(/[^+\d]/g, '')}`}
      aria-label={`${t('during.hotline')}: ${number}`}
    >
      <Icon name="phone" size={18} />
      {number}
    </a>
  );
}
