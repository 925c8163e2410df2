import { Icon } from '../ui/icons.tsx';
import { useWords } from '../ui/words.tsx';
import classes from './console.module.css';
import { hashOf } from './route.ts';

/** Back to the list of meetings. */
export function BackLink() {
  const { t } = useWords();
  return (
    <a className={classes.back} href={hashOf({ screen: 'meetings' })}>
      <Icon name="back" size={18} />
      {t('province.table.back')}
    </a>
  );
}
