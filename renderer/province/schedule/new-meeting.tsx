import { Button, NativeSelect, NumberInput } from '@mantine/core';
import { type FormEvent, useEffect, useState } from 'react';
import type { AppError } from '../../../shared/errors.ts';
import { ErrorAdvice } from '../../ui/advice.tsx';
import box from '../../ui/box.module.css';
import { leadToFirstFault } from '../../ui/first-fault.ts';
import { useWords } from '../../ui/words.tsx';
import shared from '../console.module.css';
import { useConsole } from '../context.tsx';
import { BackLink } from '../meetings/back-link.tsx';
import { scheduleRoute } from '../meetings/routes.ts';
import { go } from '../shell/hash.ts';
import { emptyForm } from './form.ts';
import { MeetingFields } from './meeting-fields.tsx';
import classes from './schedule.module.css';
import { useMeetingForm } from './use-meeting-form.ts';
import { EVERYBODY, invitedBy } from './whom.ts';
import { WhomFields } from './whom-fields.tsx';

const REPEATS = ['once', 'day', 'week', 'month'] as const;

/** A new meeting, or a series of them, with whom it invites. Who is designated is told by a list afterwards. */
export function NewMeeting() {
  const { t } = useWords();
  const points = useConsole((state) => state.points);
  const loadPoints = useConsole((state) => state.loadPoints);
  const schedule = useConsole((state) => state.schedule);
  const { form, faults, change, read } = useMeetingForm(() => emptyForm(Date.now()));
  const [repeat, setRepeat] = useState<(typeof REPEATS)[number]>('once');
  const [count, setCount] = useState(4);
  const [whom, setWhom] = useState(EVERYBODY);
  const [nobody, setNobody] = useState(false);
  const [error, setError] = useState<AppError | null>(null);
  const [busy, setBusy] = useState(false);
  useEffect(() => void loadPoints(), [loadPoints]);

  async function submit(event: FormEvent<HTMLFormElement>): Promise<void> {
    event.preventDefault();
    const facts = read();
    const invited = points?.points.length === 0 ? null : invitedBy(whom, points?.points ?? []);
    setNobody(invited === null);
    if (facts === null || invited === null) return leadToFirstFault(event.currentTarget);
    setBusy(true);
    const series = repeat === 'once' ? null : { every: repeat, count };
    const answer = await schedule({ ...facts, ...invited, repeat: series });
    setBusy(false);
    if (answer.ok) go(scheduleRoute, { meetingId: answer.value.id });
    else setError(answer.error);
  }

  return (
    <main className={shared.main}>
      <BackLink />
      <h1>{t('province.schedule.new')}</h1>
      <form className={box.panel} onSubmit={(event) => void submit(event)} noValidate>
        <MeetingFields form={form} faults={faults} onChange={change} />
        <div className={classes.row}>
          <NativeSelect
            label={t('province.schedule.repeat')}
            value={repeat}
            data={REPEATS.map((value) => ({ value, label: t(`province.schedule.repeats.${value}`) }))}
            onChange={(event) => setRepeat(REPEATS.find((one) => one === event.currentTarget.value) ?? 'once')}
          />
          {repeat !== 'once' && (
            <NumberInput
              label={t('province.schedule.count')}
              min={2}
              max={60}
              value={count}
              onChange={(value) => setCount(Number(value))}
            />
          )}
        </div>
        <WhomFields points={points?.points ?? []} whom={whom} missing={nobody} onChange={setWhom} />
        {error && <ErrorAdvice error={error} />}
        <Button type="submit" size="md" loading={busy}>
          {t('province.schedule.save')}
        </Button>
      </form>
    </main>
  );
}
