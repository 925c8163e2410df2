import { useEffect, useState } from 'react';
import type { MeetingDetail } from '../../../shared/protocol/meetings.ts';
import { may } from '../../../shared/protocol/rights.ts';
import { actorText } from '../../../shared/strings/audit-text.ts';
import { formatDateTime } from '../../../shared/strings/format.ts';
import box from '../../ui/box.module.css';
import { useWords } from '../../ui/words.tsx';
import shared from '../console.module.css';
import { useConsole } from '../context.tsx';
import { BackLink } from '../meetings/back-link.tsx';
import { MeetingFault } from '../meetings/meeting-fault.tsx';
import { MeetingTop } from '../meetings/meeting-top.tsx';
import { CancelForm } from './cancel-form.tsx';
import { ChangeForm } from './change-form.tsx';
import { ImportForm } from './import-form.tsx';
import { InvitationTable } from './invitation-table.tsx';
import { MeetingFacts } from './meeting-facts.tsx';
import classes from './schedule.module.css';

/** What a meeting says, whom it invites, and how it came to be so; for those who may, the means to change it. */
export function ScheduleScreen({ meetingId }: { readonly meetingId: string }) {
  const { t } = useWords();
  const detail = useConsole((state) => state.detail);
  const error = useConsole((state) => state.scheduleError);
  const load = useConsole((state) => state.loadDetail);
  useEffect(() => void load(meetingId), [load, meetingId]);
  return (
    <main className={shared.main}>
      <BackLink />
      {!detail && <h1>{t('province.screens.schedule')}</h1>}
      {error && <MeetingFault error={error} onRetry={() => void load(meetingId)} />}
      {!detail && !error && <p role="status">{t('common.loading')}</p>}
      {detail && <Loaded detail={detail} />}
    </main>
  );
}

function Loaded({ detail }: { readonly detail: MeetingDetail }) {
  const { t } = useWords();
  const role = useConsole((state) => state.session?.role);
  const { meeting, invitations } = detail;
  // Kept here: what was saved is another revision, and so another form.
  const [saved, setSaved] = useState(false);
  const changes = role !== undefined && may(role, 'schedule') && meeting.status === 'scheduled';
  return (
    <>
      <MeetingTop meeting={meeting} />
      <div className={classes.columns}>
        <section className={box.panel}>
          <h2>{t('province.schedule.change')}</h2>
          {/* Another revision is another form: what was typed before does not go over what a colleague changed. */}
          {changes ? (
            <ChangeForm key={meeting.revision} meeting={meeting} saved={saved} onSaved={() => setSaved(true)} />
          ) : (
            <>
              <p>
                {t(meeting.status === 'cancelled' ? 'province.schedule.isCancelled' : 'province.schedule.readOnly')}
              </p>
              <MeetingFacts meeting={meeting} />
            </>
          )}
        </section>
        <div className={classes.side}>
          <Changes detail={detail} />
          {changes && <ImportForm meetingId={meeting.id} />}
          {changes && <CancelForm key={meeting.revision} meeting={meeting} />}
        </div>
      </div>
      <InvitationTable invitations={invitations} meeting={meeting} changes={changes} />
    </>
  );
}

function Changes({ detail: { changes, meeting } }: { readonly detail: MeetingDetail }) {
  const words = useWords();
  const { t } = words;
  return (
    <section className={box.panel}>
      <h2>{t('province.schedule.history')}</h2>
      {changes.length === 0 && <p>{t('province.schedule.unchanged')}</p>}
      <ol className={classes.history}>
        {changes.map(({ revision, at, actor, reason, before }) => (
          <li key={revision}>
            <strong>{formatDateTime(at)}</strong> · {actorText(words, actor)}
            <br />
            {reason}
            {before.startsAt !== undefined && (
              <>
                <br />
                {t('province.schedule.wasAt', { time: formatDateTime(before.startsAt) })}
              </>
            )}
            {meeting.status === 'cancelled' && revision === meeting.revision && (
              <strong> ({t('province.schedule.cancelled')})</strong>
            )}
          </li>
        ))}
      </ol>
    </section>
  );
}
