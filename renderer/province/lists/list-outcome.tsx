import type { InvitationImport } from '../../../shared/protocol/meetings.ts';
import { useWords } from '../../ui/words.tsx';
import classes from './lists.module.css';

/** What became of a list: how many rows are in, or which of them keep all of it out. */
export function ListOutcome({ outcome: { imported, bad } }: { readonly outcome: InvitationImport }) {
  const { t } = useWords();
  if (bad.length === 0) return <p role="status">{t('province.schedule.imported', { count: imported })}</p>;
  return (
    <div role="alert" className={classes.bad}>
      <strong>{t('province.schedule.notImported', { count: bad.length })}</strong>
      <ul>
        {bad.map(({ line, detail }) => (
          <li key={line}>{t('province.schedule.badRow', { line, detail })}</li>
        ))}
      </ul>
    </div>
  );
}
