import { useEffect } from 'react';
import type { MeetingDetail } from '../../../shared/protocol/meetings.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { useWords } from '../../ui/words.tsx';
import { useConsole } from '../context.tsx';
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
    <Dialog
      look="small"
      title={task === 'new' ? t('invited.add') : t('invited.editOf', { name: task.pointName })}
      onClose={onClose}
    >
      {/* The list of points comes after the dialog: the form begins anew with it. */}
      <InvitationForm
        key={task === 'new' ? `new ${others.length}` : task.pointCode}
        meetingId={meetingId}
        invited={task === 'new' ? null : task}
        others={others}
        onDone={onClose}
      />
    </Dialog>
  );
}
