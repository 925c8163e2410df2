import { Button, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import type { TechnicianOnDuty } from '../../../shared/events/presence-facts.ts';
import type { PointState } from '../../../shared/point-state.ts';
import { useWords } from '../../ui/words.tsx';
import { usePoint } from '../context.tsx';
import classes from './during.module.css';
import { DuringDialog } from './during-dialog.tsx';

/** A technician says to be at the point, with the number the province can call. */
export function DutyDialog({ meetingId }: { readonly meetingId: string }) {
  const { t } = useWords();
  const point = usePoint((state) => state.point);
  const close = usePoint((state) => state.closeDuring);
  const record = usePoint((state) => state.recordFact);
  const busy = usePoint((state) => state.recordBusy);
  const [last] = useState(() => lastOnDuty(point));
  const [fullName, setFullName] = useState(last?.fullName ?? '');
  const [phone, setPhone] = useState(last?.phone ?? '');
  const [tried, setTried] = useState(false);
  const missing = (value: string) => (tried && value.trim() === '' ? t('during.incident.required') : null);
  async function submit(event: FormEvent): Promise<void> {
    event.preventDefault();
    setTried(true);
    if (fullName.trim() === '' || phone.trim() === '') return;
    const told = { fullName: fullName.trim(), phone: phone.trim() };
    if (await record({ type: 'technician-on-duty', meetingId, ...told })) close();
  }
  return (
    <DuringDialog title={t('duty.title')}>
      <form className={classes.form} onSubmit={(event) => void submit(event)} noValidate>
        <p>{t('duty.about')}</p>
        <div className={classes.pair}>
          <TextInput
            size="lg"
            autoFocus
            data-autofocus
            withAsterisk
            label={t('duty.fullName')}
            maxLength={120}
            value={fullName}
            error={missing(fullName)}
            onChange={(event) => setFullName(event.currentTarget.value)}
          />
          <TextInput
            size="lg"
            withAsterisk
            inputMode="tel"
            label={t('duty.phone')}
            maxLength={30}
            value={phone}
            error={missing(phone)}
            onChange={(event) => setPhone(event.currentTarget.value)}
          />
        </div>
        <div className={classes.buttons}>
          <Button size="lg" variant="default" onClick={close}>
            {t('common.actions.cancel')}
          </Button>
          <Button size="lg" type="submit" loading={busy}>
            {t('duty.confirm')}
          </Button>
        </div>
      </form>
    </DuringDialog>
  );
}

/** Most often it is the same person as the last time: nobody types the own name twice. */
function lastOnDuty(point: PointState | null): TechnicianOnDuty | null {
  const entries = Object.values(point?.courses ?? {}).flat();
  return entries
    .toSorted((a, b) => a.deviceAt - b.deviceAt)
    .reduce<TechnicianOnDuty | null>((last, { event }) => (event.type === 'technician-on-duty' ? event : last), null);
}
