import { Radio, Textarea, TextInput } from '@mantine/core';
import type { Person, PointMeeting } from '../../../shared/meeting/meeting.ts';
import { useWords } from '../../ui/words.tsx';
import { usePolicy } from '../use-current.ts';
import { ApprovalFields } from './approval-fields.tsx';
import type { Faults, FormValues } from './form.ts';
import classes from './sign-in.module.css';
import { useFaultWords } from './use-fault-words.ts';

/** What a deputy or substitute must show: basis, document, signer, reason; of a letter its scope and day too. */
export function SubstituteFields(props: {
  readonly meeting: PointMeeting;
  readonly person: Person;
  readonly values: FormValues;
  readonly faults: Faults;
  readonly onChange: (part: Partial<FormValues>) => void;
}) {
  const { meeting, person, values, faults, onChange } = props;
  const { t } = useWords();
  const said = useFaultWords(faults);
  const { deputyAccepted } = usePolicy().attendance;
  const letter = values.basis === 'authorisation';
  const isApprovalNeeded = letter || !deputyAccepted[meeting.composition];
  const field = (name: 'documentNumber' | 'documentDate' | 'signer' | 'scope' | 'reason', maxLength: number) => ({
    size: 'md' as const,
    maxLength,
    value: values[name],
    error: said(name),
    onChange: (event: { readonly currentTarget: { readonly value: string } }) =>
      onChange({ [name]: event.currentTarget.value }),
  });
  return (
    <>
      <Radio.Group
        size="md"
        label={t('point.signIn.basis')}
        value={values.basis}
        onChange={(basis) => onChange({ basis: basis === 'authorisation' ? 'authorisation' : 'assignment' })}
      >
        <div className={classes.radios}>
          <Radio autoFocus size="md" value="assignment" label={t('point.signIn.assignment')} />
          <Radio size="md" value="authorisation" label={t('point.signIn.authorisation')} />
        </div>
      </Radio.Group>
      {isApprovalNeeded && <Standing person={person} letter={letter} />}
      <div className={classes.triple}>
        <TextInput
          {...field('documentNumber', 60)}
          withAsterisk
          label={t('point.signIn.documentNumber')}
          placeholder={t('point.signIn.documentHint')}
        />
        <TextInput
          {...field('documentDate', 10)}
          withAsterisk={letter}
          label={t('substitute.documentDate')}
          placeholder={t('substitute.dateHint')}
        />
        <TextInput {...field('signer', 120)} withAsterisk label={t('point.signIn.signer')} />
      </div>
      <div className={letter ? classes.pair : undefined}>
        {letter && (
          <Textarea
            {...field('scope', 300)}
            autosize
            minRows={1}
            maxRows={3}
            withAsterisk
            label={t('substitute.scope')}
            onKeyDown={(event) => {
              // One paragraph: Enter signs in, as in every other field.
              if (event.key !== 'Enter') return;
              event.preventDefault();
              event.currentTarget.form?.requestSubmit();
            }}
          />
        )}
        <TextInput {...field('reason', 500)} withAsterisk label={t('point.signIn.reason')} />
      </div>
      <ApprovalFields
        chair={meeting.chair}
        isNeeded={isApprovalNeeded}
        values={values}
        faults={faults}
        onChange={onChange}
      />
    </>
  );
}

/** What these grounds are worth by the rules, said before the form is sent. */
function Standing({ person, letter }: { readonly person: Person; readonly letter: boolean }) {
  const { t } = useWords();
  if (letter)
    return (
      <p className={classes.hint}>
        {t('substitute.authorised', { name: person.fullName, title: person.title })}. {t('substitute.needsApproval')}
      </p>
    );
  return <p className={classes.hint}>{t('substitute.deputyNeedsApproval')}</p>;
}
