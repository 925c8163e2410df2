import { NativeSelect, NumberInput, TextInput } from '@mantine/core';
import { MEETING_KINDS } from '../../../shared/meeting/meeting.ts';
import { useWords } from '../../ui/words.tsx';
import type { FormField, MeetingForm } from './form.ts';
import { PolicySelect } from './policy-select.tsx';
import classes from './schedule.module.css';

/** What an invitation says, in the order it says it. */
export function MeetingFields(props: {
  readonly form: MeetingForm;
  readonly faults: ReadonlySet<FormField>;
  readonly onChange: (part: Partial<MeetingForm>) => void;
}) {
  const { form, faults, onChange } = props;
  const { t } = useWords();
  const text = (field: 'title' | 'invitationNumber' | 'chair' | 'date' | 'time' | 'platformLink') => ({
    label: t(`province.schedule.${field}`),
    value: form[field],
    error: faults.has(field) ? t(`province.schedule.faults.${field}`) : null,
    onChange: (event: React.ChangeEvent<HTMLInputElement>) => onChange({ [field]: event.currentTarget.value }),
  });
  const choice = <Value extends string>(field: 'kind' | 'composition' | 'profile', values: readonly Value[]) => ({
    label: t(`province.schedule.${field}`),
    value: form[field],
    data: values.map((value) => ({ value, label: t(`province.schedule.${field}s.${value}` as never) })),
    onChange: (event: React.ChangeEvent<HTMLSelectElement>) => onChange({ [field]: event.currentTarget.value }),
  });
  return (
    <div className={classes.fields}>
      <TextInput className={classes.wide} withAsterisk maxLength={300} {...text('title')} />
      <NativeSelect {...choice('kind', MEETING_KINDS)} />
      <TextInput maxLength={60} placeholder="12/GM-UBND" {...text('invitationNumber')} />
      <TextInput className={classes.wide} maxLength={200} {...text('chair')} />
      <TextInput withAsterisk placeholder="31/01/2026" {...text('date')} />
      <TextInput
        withAsterisk
        placeholder="08:00"
        {...text('time')}
        {...(faults.has('passed') && { error: t('province.schedule.faults.passed') })}
      />
      <NumberInput
        label={t('province.schedule.minutes')}
        withAsterisk
        min={5}
        max={1440}
        step={15}
        value={form.minutes}
        error={faults.has('minutes') ? t('province.schedule.faults.minutes') : null}
        onChange={(value) => onChange({ minutes: Number(value) })}
      />
      <NativeSelect {...choice('profile', ['720p', '1080p'])} />
      <NativeSelect className={classes.wide} {...choice('composition', ['head', 'representative'])} />
      <TextInput
        className={classes.wide}
        type="url"
        maxLength={500}
        placeholder="https://…"
        {...text('platformLink')}
      />
      <PolicySelect
        className={classes.wide}
        value={form.policyVersion}
        onChange={(policyVersion) => onChange({ policyVersion })}
      />
    </div>
  );
}
