import { Button, NativeSelect, TextInput } from '@mantine/core';
import { type FormEvent, useEffect, useState } from 'react';
import type { AppError } from '../../../shared/errors.ts';
import type { RequiredComposition } from '../../../shared/meeting/meeting.ts';
import type { InvitationChange, MeetingDetail } from '../../../shared/protocol/meetings.ts';
import { ErrorAdvice } from '../../ui/advice.tsx';
import { useWords } from '../../ui/words.tsx';
import { useConsole } from '../context.tsx';
import classes from './schedule.module.css';

type Invited = MeetingDetail['invitations'][number];

/** How one point is invited: who is designated, what is required of it, or no longer at all. `invited` null: another point. */
export function InvitationForm(props: {
  readonly meetingId: string;
  readonly invited: Invited | null;
  readonly others: readonly { readonly code: string; readonly name: string }[];
  readonly onDone: () => void;
}) {
  const { meetingId, invited, others, onDone } = props;
  const { t } = useWords();
  const change = useConsole((state) => state.changeInvitations);
  const [point, setPoint] = useState(invited?.pointCode ?? others[0]?.code ?? '');
  const [designated, setDesignated] = useState(invited?.designatedPersonId ?? '');
  const [composition, setComposition] = useState<RequiredComposition | ''>(invited?.composition ?? '');
  const [reason, setReason] = useState('');
  const [missing, setMissing] = useState(false);
  const [error, setError] = useState<AppError | null>(null);
  const [busy, setBusy] = useState(false);
  const people = withDesignated(usePeople(point), invited);

  async function send(part: Partial<InvitationChange>): Promise<void> {
    setMissing(reason.trim() === '');
    if (reason.trim() === '' || point === '') return;
    setBusy(true);
    const answer = await change(meetingId, { put: [], remove: [], ...part, reason });
    setBusy(false);
    setError(answer.ok ? null : answer.error);
    if (answer.ok) onDone();
  }

  function save(event: FormEvent): void {
    event.preventDefault();
    const put = { pointCode: point, designatedPersonId: designated || null, composition: composition || null };
    void send({ put: [put] });
  }

  return (
    <form className={classes.form} onSubmit={save} noValidate>
      {invited === null && (
        <NativeSelect
          label={t('invited.point')}
          value={point}
          data={others.map(({ code, name }) => ({ value: code, label: `${name} (${code})` }))}
          onChange={(event) => {
            setPoint(event.currentTarget.value);
            setDesignated('');
          }}
        />
      )}
      <NativeSelect
        label={t('province.schedule.designated')}
        value={designated}
        data={[{ value: '', label: t('province.schedule.nobody') }, ...people]}
        onChange={(event) => setDesignated(event.currentTarget.value)}
      />
      <NativeSelect
        label={t('province.schedule.composition')}
        value={composition}
        data={[
          { value: '', label: t('invited.asMeeting') },
          ...(['head', 'representative'] as const).map((value) => ({
            value,
            label: t(`province.schedule.compositions.${value}`),
          })),
        ]}
        onChange={(event) => setComposition(event.currentTarget.value as RequiredComposition | '')}
      />
      <TextInput
        label={t('invited.reason')}
        withAsterisk
        maxLength={500}
        value={reason}
        error={missing ? t('invited.reasonMissing') : null}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
      {error && <ErrorAdvice error={error} />}
      <div className={classes.row}>
        <Button type="submit" loading={busy} disabled={point === ''}>
          {t('invited.save')}
        </Button>
        {invited !== null && (
          <Button variant="default" color="red" disabled={busy} onClick={() => void send({ remove: [point] })}>
            {t('invited.remove')}
          </Button>
        )}
      </div>
    </form>
  );
}

interface Choice {
  readonly value: string;
  readonly label: string;
}

/** Who is designated is shown as that also while the list is on its way, and where it no longer names them. */
function withDesignated(people: readonly Choice[], invited: Invited | null): readonly Choice[] {
  const { designatedPersonId: value = null, designatedName = null } = invited ?? {};
  if (value === null || people.some((person) => person.value === value)) return people;
  return [{ value, label: designatedName ?? value }, ...people];
}

/** The people of a point, to choose from; empty until they are here. */
function usePeople(point: string): readonly Choice[] {
  const roster = useConsole((state) => state.roster);
  const load = useConsole((state) => state.loadRoster);
  useEffect(() => {
    if (point !== '') void load(point);
  }, [load, point]);
  if (roster?.point.code !== point) return [];
  return roster.people.map(({ id, fullName, title }) => ({ value: id, label: `${fullName} – ${title}` }));
}
