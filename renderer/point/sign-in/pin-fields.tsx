import { PasswordInput } from '@mantine/core';
import type { Person } from '../../../shared/meeting/meeting.ts';
import { useWords } from '../../ui/words.tsx';
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
  const common = {
    size: 'lg',
    inputMode: 'numeric',
    autoComplete: 'off',
    visibilityToggleButtonProps: HIDDEN,
  } as const;
  return (
    <>
      {!needs.pinSet && <p>{t('point.signIn.pinFirst')}</p>}
      <div className={classes.pair}>
        <PasswordInput
          {...common}
          autoFocus={!needs.substitute}
          data-autofocus={!needs.substitute || undefined}
          label={needs.pinSet ? t('point.signIn.pin', { name: person.fullName }) : t('point.signIn.pinNew', { digits })}
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
      </div>
    </>
  );
}

/** The eye is a convenience for the mouse; a keyboard passes it by. */
const HIDDEN = { 'aria-hidden': true, tabIndex: -1 } as const;
