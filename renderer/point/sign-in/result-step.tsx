import { Button } from '@mantine/core';
import type { Person } from '../../../shared/meeting/meeting.ts';
import type { Saved } from '../../../shared/point-state.ts';
import { formatTime } from '../../../shared/strings/format.ts';
import { Icon } from '../../ui/icons.tsx';
import { useWords } from '../../ui/words.tsx';
import { usePoint } from '../context.tsx';
import classes from './sign-in.module.css';

/** What is on record, and how far it has got. */
export function ResultStep({ person, saved }: { readonly person: Person; readonly saved: Saved }) {
  const { t } = useWords();
  const close = usePoint((state) => state.closeSignIn);
  const sent = usePoint((state) => (state.point?.sync.receivedSeq ?? 0) >= saved.seq);
  return (
    <div className={classes.result}>
      <p className={classes.name} role="status">
        {t('point.signIn.done', { name: person.fullName, time: formatTime(saved.at) })}
      </p>
      <p className={classes.done} data-done>
        <Icon name="disk" size={24} />
        {t('point.signIn.savedHere')}
      </p>
      <p className={classes.done} data-done={sent || undefined} role="status">
        <Icon name={sent ? 'cloud' : 'offline'} size={24} />
        {t(sent ? 'point.signIn.sentToProvince' : 'point.signIn.notSentYet')}
      </p>
      <Button size="lg" autoFocus onClick={close}>
        {t('common.actions.close')}
      </Button>
    </div>
  );
}
