import type { RosterPerson } from '../../../shared/protocol/roster.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { useWords } from '../../ui/words.tsx';
import { CodeForm } from './code-form.tsx';
import { PersonForm } from './person-form.tsx';
import { RemoveForm } from './remove-form.tsx';

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
    <Dialog
      look="small"
      title={task && (task.kind === 'add' ? t('roster.add') : t(`roster.${task.kind}`))}
      onClose={onClose}
    >
      {task && <Form point={point} task={task} onClose={onClose} />}
    </Dialog>
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
