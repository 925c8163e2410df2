import { Button, NativeSelect, Textarea, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import type { PersonProposed } from '../../../shared/events/roster-facts.ts';
import type { Person } from '../../../shared/meeting/meeting.ts';
import { leadToFirstFault } from '../../ui/first-fault.ts';
import { useWords } from '../../ui/words.tsx';
import { usePoint } from '../context.tsx';
import classes from './during.module.css';
import { DuringDialog } from './during-dialog.tsx';
import { ProposalAnswers } from './proposal-answers.tsx';

type Kind = PersonProposed['proposal']['kind'];
const KINDS = ['add', 'change', 'remove'] as const satisfies readonly Kind[];
const NOBODY: readonly Person[] = [];

/** What the point asks the province to change in its list of leaders. The list stays the province's. */
export function RosterDialog() {
  const { t } = useWords();
  const roster = usePoint((state) => state.point?.feed?.roster) ?? NOBODY;
  const record = usePoint((state) => state.recordFact);
  const busy = usePoint((state) => state.recordBusy);
  const [kind, setKind] = useState<Kind>('add');
  const [personId, setPersonId] = useState(roster[0]?.id ?? '');
  const [particulars, setParticulars] = useState(particularsOf(undefined));
  const [by, setBy] = useState('');
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  const [sent, setSent] = useState(false);
  const { fullName, title, fields } = particulars;
  const missing = (value: string) => (tried && value.trim() === '' ? t('during.incident.required') : null);
  const set = (part: Partial<typeof particulars>) => setParticulars({ ...particulars, ...part });

  function choose(next: Kind, person: string): void {
    setKind(next);
    setPersonId(person);
    setParticulars(particularsOf(next === 'change' ? roster.find(({ id }) => id === person) : undefined));
  }

  async function submit(event: FormEvent<HTMLFormElement>): Promise<void> {
    event.preventDefault();
    setTried(true);
    const nameless = kind !== 'remove' && fullName.trim() === '';
    if (nameless || by.trim() === '' || reason.trim() === '') return leadToFirstFault(event.currentTarget);
    const told = { fullName: fullName.trim(), title: title.trim(), fields: linesOf(fields) };
    const proposal =
      kind === 'add' ? { kind, ...told } : kind === 'change' ? { kind, personId, ...told } : { kind, personId };
    if (!(await record({ type: 'person-proposed', proposal, by: by.trim(), reason: reason.trim() }))) return;
    setSent(true);
    setTried(false);
    setReason('');
    choose('add', personId);
  }

  return (
    <DuringDialog title={t('proposal.title')}>
      <form className={classes.form} onSubmit={(event) => void submit(event)} noValidate>
        <p>{t('proposal.about')}</p>
        {sent && <p role="status">{t('proposal.sent')}</p>}
        <div className={classes.pair}>
          <NativeSelect
            size="lg"
            autoFocus
            data-autofocus
            label={t('proposal.what')}
            value={kind}
            data={KINDS.filter((value) => value === 'add' || roster.length > 0).map((value) => ({
              value,
              label: t(`roster.proposalKinds.${value}`),
            }))}
            onChange={(event) => choose(KINDS.find((one) => one === event.currentTarget.value) ?? 'add', personId)}
          />
          {kind !== 'add' && (
            <NativeSelect
              size="lg"
              label={t('proposal.whom')}
              value={personId}
              data={roster.map((one) => ({ value: one.id, label: `${one.fullName} – ${one.title}` }))}
              onChange={(event) => choose(kind, event.currentTarget.value)}
            />
          )}
        </div>
        {kind !== 'remove' && (
          <>
            <div className={classes.pair}>
              <TextInput
                size="lg"
                withAsterisk
                label={t('roster.fullName')}
                maxLength={120}
                value={fullName}
                error={missing(fullName)}
                onChange={(event) => set({ fullName: event.currentTarget.value })}
              />
              <TextInput
                size="lg"
                label={t('roster.position')}
                maxLength={200}
                value={title}
                onChange={(event) => set({ title: event.currentTarget.value })}
              />
            </div>
            <Textarea
              size="lg"
              autosize
              minRows={2}
              label={t('roster.fields')}
              description={t('roster.fieldsHint')}
              value={fields}
              onChange={(event) => set({ fields: event.currentTarget.value })}
            />
          </>
        )}
        <div className={classes.pair}>
          <TextInput
            size="lg"
            withAsterisk
            label={t('proposal.reason')}
            maxLength={500}
            value={reason}
            error={missing(reason)}
            onChange={(event) => setReason(event.currentTarget.value)}
          />
          <TextInput
            size="lg"
            withAsterisk
            label={t('proposal.by')}
            maxLength={120}
            value={by}
            error={missing(by)}
            onChange={(event) => setBy(event.currentTarget.value)}
          />
        </div>
        <div className={classes.buttons}>
          <Button size="lg" type="submit" loading={busy}>
            {t('proposal.send')}
          </Button>
        </div>
      </form>
      <ProposalAnswers />
    </DuringDialog>
  );
}

function particularsOf(person: Person | undefined) {
  return { fullName: person?.fullName ?? '', title: person?.title ?? '', fields: (person?.fields ?? []).join('\n') };
}

function linesOf(fields: string): string[] {
  return fields
    .split('\n')
    .map((line) => line.trim().slice(0, 120))
    .filter((line) => line !== '')
    .slice(0, 20);
}
