import { Modal } from '@mantine/core';
import type { ReactNode } from 'react';
import { ErrorAdvice } from '../../ui/advice.tsx';
import { useWords } from '../../ui/words.tsx';
import { usePoint } from '../context.tsx';
import classes from './during.module.css';

/** The frame of all dialogs of a meeting: large type, closed by Escape, what went wrong on top. */
export function DuringDialog(props: { readonly title: string; readonly children: ReactNode }) {
  const { t } = useWords();
  const close = usePoint((state) => state.closeDuring);
  const error = usePoint((state) => state.recordError);
  return (
    <Modal.Root
      opened
      onClose={close}
      size={780}
      yOffset="2vh"
      centered
      lockScroll={false}
      closeOnClickOutside={false}
      transitionProps={{ duration: 0 }}
    >
      <Modal.Overlay />
      <Modal.Content>
        <div className={classes.dialogHead}>
          <Modal.Title className={classes.dialogTitle}>{props.title}</Modal.Title>
          <Modal.CloseButton size="lg" aria-label={t('common.actions.close')} />
        </div>
        <Modal.Body className={classes.dialogBody}>
          {error && <ErrorAdvice error={error} />}
          {props.children}
        </Modal.Body>
      </Modal.Content>
    </Modal.Root>
  );
}
