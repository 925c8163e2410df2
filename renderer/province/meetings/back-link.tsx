import { Icon } from '../../ui/icons.tsx';
import { useWords } from '../../ui/words.tsx';
import classes from '../console.module.css';
import { meetingsRoute } from './routes.ts';

/** Back to the list of meetings. */
export function BackLink() {
  const { t } = useWords();
  return (
    <a className={classes.back} href={meetingsRoute.hash({})}>
      <Icon name="back" size={18} />
      {t('province.table.back')}
    </a>
  );
}
