import { Radio, TextInput } from '@mantine/core';
import { useWords } from '../../ui/words.tsx';
import type { Faults, FormValues } from './form.ts';
import classes from './sign-in.module.css';

/** What a substitute must show: basis, document, signer, reason. */
export function SubstituteFields(props: {
  readonly values: FormValues;
  readonly faults: Faults;
  readonly onChange: (part: Partial<FormValues>) => void;
}) {
  const { values, faults, onChange } = props;
  const { t } = useWords();
  const said = (field: 'documentNumber' | 'signer' | 'reason') => {
    const fault = faults[field];
    return fault ? t(`point.signIn.${fault}`) : null;
  };
  return (
    <>
      <Radio.Group
        size="lg"
        label={t('point.signIn.basis')}
        value={values.basis}
        onChange={(basis) => onChange({ basis: basis === 'authorisation' ? 'authorisation' : 'assignment' })}
      >
        <div className={classes.radios}>
          <Radio autoFocus size="md" value="assignment" label={t('point.signIn.assignment')} />
          <Radio size="md" value="authorisation" label={t('point.signIn.authorisation')} />
        </div>
      </Radio.Group>
      <div className={classes.pair}>
        <TextInput
          size="lg"
          withAsterisk
          label={t('point.signIn.documentNumber')}
          placeholder={t('point.signIn.documentHint')}
          maxLength={60}
          value={values.documentNumber}
          error={said('documentNumber')}
          onChange={(event) => onChange({ documentNumber: event.currentTarget.value })}
        />
        <TextInput
          size="lg"
          withAsterisk
          label={t('point.signIn.signer')}
          maxLength={120}
          value={values.signer}
          error={said('signer')}
          onChange={(event) => onChange({ signer: event.currentTarget.value })}
        />
      </div>
      <TextInput
        size="lg"
        withAsterisk
        label={t('point.signIn.reason')}
        maxLength={500}
        value={values.reason}
        error={said('reason')}
        onChange={(event) => onChange({ reason: event.currentTarget.value })}
      />
    </>
  );
}
