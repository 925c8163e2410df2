import { Stepper } from '@mantine/core';
import type { PointMeeting } from '../../../shared/meeting/meeting.ts';
import { ErrorAdvice } from '../../ui/advice.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { useWords } from '../../ui/words.tsx';
import { usePoint } from '../context.tsx';
import { PersonStep } from './person-step.tsx';
import { ProofStep } from './proof-step.tsx';
import { ResultStep } from './result-step.tsx';
import classes from './sign-in.module.css';
import { useSignInKey } from './use-sign-in-key.ts';

const STEP_NUMBER = { closed: 0, person: 0, proof: 1, result: 3 } as const;

/** The leader's sign-in: choose, prove, see it recorded. Large type: it is used standing, in passing. */
export function SignInDialog({ meeting }: { readonly meeting: PointMeeting }) {
  const { t } = useWords();
  useSignInKey(meeting);
  const stage = usePoint((state) => state.signIn);
  const error = usePoint((state) => state.signInError);
  const close = usePoint((state) => state.closeSignIn);
  return (
    <Dialog size={860} title={stage.step === 'closed' ? null : t('point.signIn.dialog')} onClose={close}>
      <Stepper active={STEP_NUMBER[stage.step]} size="sm" aria-hidden="true">
        <Stepper.Step label={t('point.signIn.steps.person')} allowStepSelect={false} tabIndex={-1} />
        <Stepper.Step label={t('point.signIn.steps.proof')} allowStepSelect={false} tabIndex={-1} />
        <Stepper.Step label={t('point.signIn.steps.result')} allowStepSelect={false} tabIndex={-1} />
      </Stepper>
      <div className={classes.step}>
        {error && <ErrorAdvice error={error} />}
        {stage.step === 'person' && <PersonStep meeting={meeting} />}
        {stage.step === 'proof' && <ProofStep meeting={meeting} stage={stage} />}
        {stage.step === 'result' && <ResultStep person={stage.person} saved={stage.saved} />}
      </div>
    </Dialog>
  );
}
