import type { ReactNode } from 'react';
import { ErrorAdvice } from '../../ui/advice.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { usePoint } from '../context.tsx';

/** All dialogs of a meeting: what went wrong stands on top. */
export function DuringDialog(props: { readonly title: string; readonly children: ReactNode }) {
  const close = usePoint((state) => state.closeDuring);
  const error = usePoint((state) => state.recordError);
  return (
    <Dialog title={props.title} onClose={close}>
      {error && <ErrorAdvice error={error} />}
      {props.children}
    </Dialog>
  );
}
