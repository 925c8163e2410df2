import { Modal } from '@mantine/core';
import { useEffect } from 'react';
import type { MeetingDetail } from '../../../shared/protocol/meetings.ts';
import { useWords } from '../../ui/words.tsx';
import { useConsole } from '../context.tsx';
import roster from '../roster/roster.module.css';
import { InvitationForm } from './invitation-form.tsx';

type Invited = MeetingDetail['invitations'][number];
/** Whose invitation changes; `new`: another point is invited. */
export type InvitationTask = Invited | 'new';

export function InvitationDialog(props: {
  readonly meetingId: string;
  readonly task: InvitationTask;
  readonly invitations: readonly Invited[];
  readonly onClose: () => void;
}) {
  const { meetingId, task, invitations, onClose } = props;
  const { t } = useWords();
  const points = useConsole((state) => state.points);
  const loadPoints = useConsole((state) => state.loadPoints);
  useEffect(() => void loadPoints(), [loadPoints]);
  const invited = new Set(invitations.map(({ pointCode }) => pointCode));
  const others = (points?.points ?? []).filter(({ code }) => !invited.has(code));
  return (
    <Modal.Root
      opened
      onClose={onClose}
      size={560}
      lockScroll={false}
      closeOnClickOutside={false}
      transitionProps={{ duration: 0 }}
    >
      <Modal.Overlay />
      <Modal.Content>
        <div className={roster.dialogTop}>
          <Modal.Title className={roster.dialogTitle}>
            {task === 'new' ? t('invited.add') : t('invited.editOf', { name: task.pointName })}
          </Modal.Title>
          <Modal.CloseButton size="lg" aria-label={t('common.actions.close')} />
        </div>
        <Modal.Body>
          {/* The list of points comes after the dialog: the form begins anew with it. */}
          <InvitationForm
            key={task === 'new' ? `new ${others.length}` : task.pointCode}
            meetingId={meetingId}
            invited={task === 'new' ? null : task}
            others={others}
            onDone={onClose}
          />
        </Modal.Body>
      </Modal.Content>
    </Modal.Root>
  );
}
