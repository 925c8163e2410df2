import { Button, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useWords } from '../../ui/words.tsx';
import { usePoint } from '../context.tsx';
import classes from './during.module.css';
import { DuringDialog } from './during-dialog.tsx';

/** Leaving early and the end are asked back: nothing follows them. */
export function SeatConfirmation(props: { readonly meetingId: string; readonly type: 'left-early' | 'ended' }) {
  const { meetingId, type } = props;
  const { t } = useWords();
  const [note, setNote] = useState('');
  const record = usePoint((state) => state.recordFact);
  const busy = usePoint((state) => state.recordBusy);
  const close = usePoint((state) => state.closeDuring);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (await record({ type, meetingId, note: note.trim() })) close();
  };
  return (
    <DuringDialog title={t(type === 'ended' ? 'during.seat.confirmEnded' : 'during.seat.confirmLeftEarly')}>
      <form className={classes.form} onSubmit={(event) => void submit(event)}>
        <p>{t('during.seat.confirmAbout')}</p>
        <TextInput
          size="lg"
          data-autofocus
          label={t('during.seat.note')}
          maxLength={500}
          value={note}
          onChange={(event) => setNote(event.currentTarget.value)}
        />
        <div className={classes.buttons}>
          <Button size="lg" variant="default" onClick={close}>
            {t('common.actions.cancel')}
          </Button>
          <Button size="lg" type="submit" loading={busy}>
            {t('during.seat.confirm')}
          </Button>
        </div>
      </form>
    </DuringDialog>
  );
}
