import { Button, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { Meeting } from '../../../shared/meeting/meeting.ts';
import type { MeetingDetail } from '../../../shared/protocol/meetings.ts';
import { matchesSearch } from '../../../shared/strings/fold.ts';
import box from '../../ui/box.module.css';
import { useWords } from '../../ui/words.tsx';
import table from '../table.module.css';
import { InvitationDialog, type InvitationTask } from './invitation-dialog.tsx';
import classes from './schedule.module.css';

/** Whom a meeting invites, and what is required of each; to be changed by those who may. */
export function InvitationTable(props: {
  readonly invitations: MeetingDetail['invitations'];
  readonly meeting: Meeting;
  readonly changes: boolean;
}) {
  const { invitations, meeting, changes } = props;
  const { t } = useWords();
  const [query, setQuery] = useState('');
  const [task, setTask] = useState<InvitationTask | null>(null);
  const shown = invitations.filter(({ pointCode, pointName, designatedName }) =>
    matchesSearch(`${pointName} ${pointCode} ${designatedName ?? ''}`, query),
  );
  return (
    <section className={box.panel}>
      <h2>{t('province.schedule.invited', { count: invitations.length })}</h2>
      <div className={classes.row}>
        <TextInput
          w={320}
          maw="100%"
          aria-label={t('invited.search')}
          placeholder={t('invited.search')}
          value={query}
          onChange={(event) => setQuery(event.currentTarget.value)}
        />
        {changes && (
          <Button variant="default" onClick={() => setTask('new')}>
            {t('invited.add')}
          </Button>
        )}
      </div>
      <table className={table.table}>
        <thead>
          <tr>
            <th scope="col">{t('province.table.point')}</th>
            <th scope="col">{t('province.schedule.designated')}</th>
            <th scope="col">{t('province.schedule.composition')}</th>
            {changes && <th scope="col">{t('roster.actions')}</th>}
          </tr>
        </thead>
        <tbody>
          {shown.map((one) => (
            <tr key={one.pointCode}>
              <th scope="row">
                {one.pointName} <span className={table.code}>{one.pointCode}</span>
              </th>
              <td>{one.designatedName ?? t('province.schedule.nobody')}</td>
              <td>{t(`province.schedule.compositions.${one.composition ?? meeting.composition}`)}</td>
              {changes && (
                <td>
                  <Button
                    variant="default"
                    size="compact-sm"
                    aria-label={t('invited.editOf', { name: one.pointName })}
                    onClick={() => setTask(one)}
                  >
                    {t('invited.edit')}
                  </Button>
                </td>
              )}
            </tr>
          ))}
        </tbody>
      </table>
      {task !== null && (
        <InvitationDialog meetingId={meeting.id} task={task} invitations={invitations} onClose={() => setTask(null)} />
      )}
    </section>
  );
}
