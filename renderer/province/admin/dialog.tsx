import { Modal } from '@mantine/core';
import type { ReactNode } from 'react';
import { useWords } from '../../ui/words.tsx';
import classes from './admin.module.css';

/** A small form over the screen. Closed while `title` is null. */
export function Dialog(props: {
  readonly title: string | null;
  readonly onClose: () => void;
  readonly children: ReactNode;
}) {
  const { t } = useWords();
  return (
    <Modal.Root
      opened={props.title !== null}
      onClose={props.onClose}
      size={560}
      lockScroll={false}
      closeOnClickOutside={false}
      transitionProps={{ duration: 0 }}
    >
      <Modal.Overlay />
      <Modal.Content>
        <div className={classes.dialogTop}>
          <Modal.Title className={classes.dialogTitle}>{props.title}</Modal.Title>
          <Modal.CloseButton size="lg" aria-label={t('common.actions.close')} />
        </div>
        <Modal.Body>{props.title !== null && props.children}</Modal.Body>
      </Modal.Content>
    </Modal.Root>
  );
}
