import type { Meeting } from '../../../shared/meeting/meeting.ts';
import type { MeetingDetail } from '../../../shared/protocol/meetings.ts';
import { useWords } from '../../ui/words.tsx';
import table from '../table.module.css';
import classes from './schedule.module.css';

/** Whom a meeting invites, and what is required of each. */
export function InvitationTable(props: {
  readonly invitations: MeetingDetail['invitations'];
  readonly meeting: Meeting;
}) {
  const { invitations, meeting } = props;
  const { t } = useWords();
  return (
    <section className={classes.card}>
      <h2>{t('province.schedule.invited', { count: invitations.length })}</h2>
      <table className={table.table}>
        <thead>
          <tr>
            <th scope="col">{t('province.table.point')}</th>
            <th scope="col">{t('province.schedule.designated')}</th>
            <th scope="col">{t('province.schedule.composition')}</th>
          </tr>
        </thead>
        <tbody>
          {invitations.map(({ pointCode, pointName, designatedName, composition }) => (
            <tr key={pointCode}>
              <th scope="row">
                {pointName} <span className={table.code}>{pointCode}</span>
              </th>
              <td>{designatedName ?? t('province.schedule.nobody')}</td>
              <td>{t(`province.schedule.compositions.${composition ?? meeting.composition}`)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
