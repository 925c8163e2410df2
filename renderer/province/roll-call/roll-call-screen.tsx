import { useEffect, useState } from 'react';
import { PRESENCES, type Presence } from '../../../shared/attendance/presence.ts';
import type { AttendanceReport } from '../../../shared/protocol/attendance.ts';
import { PRESENCE_LOOK } from '../../ui/tone.ts';
import { useWords } from '../../ui/words.tsx';
import shared from '../console.module.css';
import { useConsole } from '../context.tsx';
import { BackLink } from '../meetings/back-link.tsx';
import { MeetingFault } from '../meetings/meeting-fault.tsx';
import { MeetingTop } from '../meetings/meeting-top.tsx';
import { StateFilter } from '../state-filter.tsx';
import { Closing } from './closing.tsx';
import { PointDialog } from './point-dialog.tsx';
import classes from './roll-call.module.css';
import { RollCallTable } from './roll-call-table.tsx';

/** The roll call of one meeting, live: four axes for each point, side by side. */
export function RollCallScreen({ meetingId }: { readonly meetingId: string }) {
  const { t } = useWords();
  const report = useConsole((state) => state.rollCall);
  const error = useConsole((state) => state.rollCallError);
  const show = useConsole((state) => state.showRollCall);
  useEffect(() => {
    void show(meetingId);
    return () => void show(null);
  }, [show, meetingId]);
  return (
    <main className={shared.main}>
      <BackLink />
      {!report && <h1>{t('province.screens.roll-call')}</h1>}
      {error && <MeetingFault error={error} onRetry={() => void show(meetingId)} />}
      {!report && !error && <p role="status">{t('common.loading')}</p>}
      {report && <Loaded report={report} />}
    </main>
  );
}

function Loaded({ report }: { readonly report: AttendanceReport }) {
  const { t } = useWords();
  const [chosen, setChosen] = useState<Presence | null>(null);
  const [open, setOpen] = useState<string | null>(null);
  const rows = report.rows.filter(({ presence }) => chosen === null || presence.status === chosen);
  const counts = new Map(PRESENCES.map((status) => [status, 0]));
  for (const { presence } of report.rows) counts.set(presence.status, (counts.get(presence.status) ?? 0) + 1);
  const states = PRESENCES.map((id) => ({
    id,
    look: PRESENCE_LOOK[id],
    label: t(`province.rollCall.presences.${id}`),
    count: counts.get(id) ?? 0,
  }));
  return (
    <>
      <MeetingTop meeting={report.meeting}>
        <Closing report={report} />
      </MeetingTop>
      <p className={classes.hint}>{t('province.rollCall.hint')}</p>
      <StateFilter
        legend={t('province.rollCall.filter')}
        states={states}
        total={report.rows.length}
        chosen={chosen}
        onChoose={setChosen}
      />
      <RollCallTable rows={rows} onOpen={setOpen} />
      <PointDialog point={open} onClose={() => setOpen(null)} />
    </>
  );
}
