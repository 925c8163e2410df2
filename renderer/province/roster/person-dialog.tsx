import { Modal } from '@mantine/core';
import type { RosterPerson } from '../../../shared/protocol/roster.ts';
import { useWords } from '../../ui/words.tsx';
import { CodeForm } from './code-form.tsx';
import { PersonForm } from './person-form.tsx';
import { RemoveForm } from './remove-form.tsx';
import classes from './roster.module.css';

/** What is being done to the list. */
export type Task =
  | { readonly kind: 'add' }
  | { readonly kind: 'change' | 'remove' | 'code'; readonly person: RosterPerson };

export function PersonDialog(props: {
  readonly point: string;
  readonly task: Task | null;
  readonly onClose: () => void;
}) {
  const { point, task, onClose } = props;
  const { t } = useWords();
  return (
    <Modal.Root
      opened={task !== null}
      onClose={onClose}
      size={560}
      lockScroll={false}
      closeOnClickOutside={false}
      transitionProps={{ duration: 0 }}
    >
      <Modal.Overlay />
      <Modal.Content>
        <div className={classes.dialogTop}>
          <Modal.Title className={classes.dialogTitle}>
            {task && (task.kind === 'add' ? t('roster.add') : t(`roster.${task.kind}`))}
          </Modal.Title>
          <Modal.CloseButton size="lg" aria-label={t('common.actions.close')} />
        </div>
        <Modal.Body>{task && <Form point={point} task={task} onClose={onClose} />}</Modal.Body>
      </Modal.Content>
    </Modal.Root>
  );
}

function Form({ point, task, onClose }: { readonly point: string; readonly task: Task; readonly onClose: () => void }) {
  switch (task.kind) {
    case 'add':
      return <PersonForm point={point} person={null} onDone={onClose} />;
    case 'change':
      return <PersonForm point={point} person={task.person} onDone={onClose} />;
    case 'remove':
      return <RemoveForm point={point} person={task.person} onDone={onClose} />;
    case 'code':
      return <CodeForm point={point} person={task.person} onDone={onClose} />;
  }
}
