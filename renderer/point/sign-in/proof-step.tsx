import { Button } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import type { Person, PointMeeting } from '../../../shared/meeting/meeting.ts';
import { formatDate } from '../../../shared/strings/format.ts';
import { StateBadge } from '../../ui/badge.tsx';
import { leadToFirstFault } from '../../ui/first-fault.ts';
import { useWords } from '../../ui/words.tsx';
import { usePoint } from '../context.tsx';
import type { SignInStage } from '../store/sign-in-slice.ts';
import { usePolicy } from '../use-current.ts';
import { EMPTY_FORM, type FormValues, faultsOf, substitutionOf } from './form.ts';
import { PinFields } from './pin-fields.tsx';
import classes from './sign-in.module.css';
import { SubstituteFields } from './substitute-fields.tsx';

/** Says at once whether this is the designated person, and asks for what proves it. */
export function ProofStep(props: {
  readonly meeting: PointMeeting;
  readonly stage: SignInStage & { readonly step: 'proof' };
}) {
  const { meeting, stage } = props;
  const { person, pinSet, codeNeeded } = stage;
  const { t } = useWords();
  const { signIn } = usePolicy();
  const scope = t('substitute.scopeOf', { title: meeting.title, date: formatDate(meeting.startsAt) });
  const [values, setValues] = useState<FormValues>({ ...EMPTY_FORM, scope: scope.slice(0, 300) });
  const [tried, setTried] = useState(false);
  const submit = usePoint((state) => state.submitSignIn);
  const back = usePoint((state) => state.openSignIn);
  const busy = usePoint((state) => state.signInBusy);
  const substitute = meeting.designatedPersonId !== null && meeting.designatedPersonId !== person.id;
  const needs = { substitute, pinSet, codeNeeded, pinMinDigits: signIn.pinMinDigits };
  const faults = faultsOf(values, needs, Date.now());
  const shown = tried ? faults : {};
  const change = (part: Partial<FormValues>) => setValues({ ...values, ...part });
  const onSubmit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    setTried(true);
    if (Object.keys(faults).length > 0) return leadToFirstFault(event.currentTarget);
    const substitution = substitute ? substitutionOf(values, person, Date.now()) : null;
    const code = codeNeeded ? values.pinCode : null;
    void submit({ meetingId: meeting.id, pin: values.pin, code, substitution });
  };
  return (
    <form className={classes.step} onSubmit={onSubmit} noValidate>
      <div>
        <p className={classes.name}>
          {person.fullName} <span className={classes.titleBeside}>{person.title}</span>
        </p>
        <Designation meeting={meeting} person={person} />
      </div>
      {substitute && (
        <SubstituteFields meeting={meeting} person={person} values={values} faults={shown} onChange={change} />
      )}
      <PinFields person={person} needs={needs} values={values} faults={shown} onChange={change} />
      <div className={classes.buttons}>
        <Button size="lg" variant="default" onClick={back}>
          {t('common.actions.back')}
        </Button>
        <Button size="lg" type="submit" loading={busy}>
          {t('point.signIn.submit')}
        </Button>
      </div>
    </form>
  );
}

function Designation({ meeting, person }: { readonly meeting: PointMeeting; readonly person: Person }) {
  const { t } = useWords();
  const roster = usePoint((state) => state.point?.feed?.roster);
  const { designatedPersonId } = meeting;
  if (designatedPersonId === null)
    return <StateBadge look={{ tone: 'idle', icon: 'unmeasured' }}>{t('point.signIn.nobodyDesignated')}</StateBadge>;
  if (designatedPersonId === person.id)
    return <StateBadge look={{ tone: 'pass', icon: 'pass' }}>{t('point.signIn.isDesignated')}</StateBadge>;
  const name = roster?.find((one) => one.id === designatedPersonId)?.fullName ?? designatedPersonId;
  return <StateBadge look={{ tone: 'warn', icon: 'warn' }}>{t('point.signIn.notDesignated', { name })}</StateBadge>;
}
