import type { Attendance } from '../../../../shared/attendance/attendance.ts';
import type { Cause } from '../../../../shared/events/incident-facts.ts';
import { at, fact, lost, MEETING, restored, rule } from '../builders.ts';
import type { DomainRow } from '../row.ts';

const causes = ({ connection }: Attendance) => [connection.status, connection.outages.map(({ cause }) => cause)];

const dropped = lost(20);
const setCause = (minutes: number, cause: Cause) =>
  rule(minutes, {
    type: 'cause-set',
    ...{
      of: { what: 'connection', id: dropped.source === 'province' ? dropped.entry.id : '' },
      cause,
      reason: 'Nhà mạng báo',
    },
  });

const ROWS: readonly Omit<DomainRow, 'axis'>[] = [
  { sentence: 'online', entries: [restored(-30)], read: causes, expected: ['online', []] },
  {
    sentence: 'lost, with cause undetermined',
    entries: [restored(-30), dropped],
    read: causes,
    expected: ['lost', ['undetermined']],
  },
  {
    sentence: 'lost, with cause subjective, set by the province',
    entries: [restored(-30), dropped, setCause(50, 'subjective')],
    read: causes,
    expected: ['lost', ['subjective']],
  },
  {
    sentence: 'lost, with cause objective, set by the province',
    entries: [restored(-30), dropped, setCause(50, 'objective')],
    read: causes,
    expected: ['lost', ['objective']],
  },
  {
    sentence: 'lost → online: from when to when stays visible',
    entries: [restored(-30), dropped, restored(35)],
    read: ({ connection }) => [connection.status, connection.outages.map(({ from, to }) => [from, to])],
    expected: ['online', [[at(20), at(35)]]],
  },
  {
    sentence: 'the cause is set by the province: the point only proposes one',
    entries: [
      fact(20, {
        type: 'incident-opened',
        meetingId: MEETING,
        incidentId: '00000000-0000-4000-8000-000000000001',
        ...{ reporter: { by: 'app' }, kind: 'line', what: 'Mất mạng', since: at(20), proposedCause: 'objective' },
        ...{ causeNote: '', measured: { from: at(20), to: at(25) } },
      }),
    ],
    read: ({ incidents }) => incidents.map(({ proposedCause, cause }) => [proposedCause, cause]),
    expected: [['objective', 'undetermined']],
  },
  { sentence: 'never heard of: no data', entries: [], read: causes, expected: ['no-data', []] },
  {
    sentence: 'two hubs notice the same loss: it is one',
    entries: [restored(-30), dropped, lost(21), restored(35)],
    read: ({ connection }) => connection.outages.length,
    expected: 1,
  },
];

export const CONNECTION_ROWS: readonly DomainRow[] = ROWS.map((row) => ({ axis: 'connection', ...row }));
