import { useEffect } from 'react';
import type { PointMeeting } from '../../../shared/meeting/meeting.ts';
import { usePoint } from '../context.tsx';

export const SIGN_IN_KEY = 'F2';

/**
 * One key from anywhere to the sign-in: at once to the proof of the person the invitation names, who is there nine times of ten; to the
 * list where it names nobody. The way back to the list is one press.
 */
export function useSignInKey(meeting: PointMeeting): void {
  const step = usePoint((state) => state.signIn.step);
  const dialog = usePoint((state) => state.duringDialog);
  const roster = usePoint((state) => state.point?.feed?.roster);
  const open = usePoint((state) => state.openSignIn);
  const openFor = usePoint((state) => state.openSignInFor);
  const idle = step === 'closed' && dialog === null;
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== SIGN_IN_KEY || event.repeat || !idle) return;
      event.preventDefault();
      const named = roster?.find(({ id }) => id === meeting.designatedPersonId);
      if (named) void openFor(named);
      else open();
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, [idle, roster, meeting.designatedPersonId, open, openFor]);
}
