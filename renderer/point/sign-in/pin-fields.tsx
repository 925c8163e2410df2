import { Button, PasswordInput, TextInput } from '@mantine/core';
import type { Person } from '../../../shared/meeting/meeting.ts';
import { useWords } from '../../ui/words.tsx';
import { usePoint } from '../context.tsx';
import { digitsOf, type Faults, type FormNeeds, type FormValues } from './form.ts';
import classes from './sign-in.module.css';
import { useFaultWords } from './use-fault-words.ts';

/** The PIN, or on first use a new one twice. */
export function PinFields(props: {
  readonly person: Person;
  readonly needs: FormNeeds;
  readonly values: FormValues;
  readonly faults: Faults;
  readonly onChange: (part: Partial<FormValues>) => void;
}) {
  const { person, needs, values, faults, onChange } = props;
  const { t } = useWords();
  const digits = needs.pinMinDigits;
  const said = useFaultWords(faults);
  const byCode = !needs.pinSet && needs.codeNeeded === true;
  const newLabel = byCode ? t('pinCode.pinNew', { digits }) : t('point.signIn.pinNew', { digits });
  const pinLabel = needs.pinSet ? t('point.signIn.pin', { name: person.fullName }) : newLabel;
  const common = {
    size: 'lg',
    inputMode: 'numeric',
    autoComplete: 'off',
    visibilityToggleButtonProps: HIDDEN,
  } as const;
  return (
    <>
      {byCode ? <CodeField person={person} values={values} fault={said('pinCode')} onChange={onChange} /> : null}
      {!needs.pinSet && !byCode && <p>{t('point.signIn.pinFirst')}</p>}
      <div className={classes.pair}>
        <PasswordInput
          {...common}
          autoFocus={!needs.substitute && !byCode}
          data-autofocus={(!needs.substitute && !byCode) || undefined}
          label={pinLabel}
          value={values.pin}
          error={said('pin')}
          aria-invalid={faults.pin !== undefined}
          onChange={(event) => onChange({ pin: digitsOf(event.currentTarget.value) })}
        />
        {!needs.pinSet && (
          <PasswordInput
            {...common}
            label={t('point.signIn.pinRepeat')}
            value={values.pinRepeat}
            error={said('pinRepeat')}
            aria-invalid={faults.pinRepeat !== undefined}
            onChange={(event) => onChange({ pinRepeat: digitsOf(event.currentTarget.value) })}
          />
        )}
        {needs.pinSet && <ForgotPin onForget={() => onChange({ pin: '', pinRepeat: '', pinCode: '' })} />}
      </div>
    </>
  );
}

function ForgotPin({ onForget }: { readonly onForget: () => void }) {
  const { t } = useWords();
  const forget = usePoint((state) => state.forgetPin);
  return (
    <Button
      variant="subtle"
      size="md"
      className={classes.forgot}
      onClick={() => {
        onForget();
        forget();
      }}
    >
      {t('pinCode.forgot')}
    </Button>
  );
}

/** The province's one-time code, and how to come by one. */
function CodeField(props: {
  readonly person: Person;
  readonly values: FormValues;
  readonly fault: string | null;
  readonly onChange: (part: Partial<FormValues>) => void;
}) {
  const { person, values, fault, onChange } = props;
  const { t } = useWords();
  const number = usePoint((state) => state.point?.feed?.hub.hotline);
  const hotline = number ? t('pinCode.hotline', { number }) : '';
  return (
    <>
      <p>{t('pinCode.how', { name: person.fullName, hotline })}</p>
      <TextInput
        size="lg"
        inputMode="numeric"
        autoComplete="off"
        autoFocus
        data-autofocus
        maxLength={20}
        label={t('pinCode.code')}
        placeholder={t('pinCode.hint')}
        value={values.pinCode}
        error={fault}
        onChange={(event) => onChange({ pinCode: event.currentTarget.value })}
      />
    </>
  );
}

/** The eye is a convenience for the mouse; a keyboard passes it by. */
const HIDDEN = { 'aria-hidden': true, tabIndex: -1 } as const;
