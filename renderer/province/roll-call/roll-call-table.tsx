import { Button } from '@mantine/core';
import { memo } from 'react';
import type { AttendanceRow } from '../../../shared/protocol/attendance.ts';
import { formatMoment } from '../../../shared/strings/format.ts';
import { StateBadge } from '../../ui/badge.tsx';
import { COMPOSITION_LOOK, CONNECTION_LOOK, PRESENCE_LOOK, VERDICT_LOOK, VERIFICATION_LOOK } from '../../ui/tone.ts';
import { useWords } from '../../ui/words.tsx';
import table from '../table.module.css';
import classes from './roll-call.module.css';

const LATE = { tone: 'warn', icon: 'warn' } as const;
const AXES = ['presence', 'composition', 'verification', 'connection', 'incidents', 'duty'] as const;

function titleOf(axis: (typeof AXES)[number]) {
  return axis === 'duty' ? 'duty.title' : (`province.rollCall.${axis}` as const);
}

/** The four axes of each point, each for itself, and its incidents. */
export function RollCallTable(props: {
  readonly rows: readonly AttendanceRow[];
  readonly onOpen: (point: string) => void;
}) {
  const { t } = useWords();
  return (
    <table className={`${table.table} ${classes.points}`}>
      <caption className={classes.srOnly}>{t('province.rollCall.caption')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('province.table.point')}</th>
          {AXES.map((axis) => (
            <th key={axis} scope="col">
              {t(titleOf(axis))}
            </th>
          ))}
          <th scope="col">
            <span className={classes.srOnly}>{t('province.rollCall.open')}</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {props.rows.map((row) => (
          <Row key={row.point.code} row={row} onOpen={props.onOpen} />
        ))}
      </tbody>
    </table>
  );
}

const Row = memo(function Row(props: { readonly row: AttendanceRow; readonly onOpen: (point: string) => void }) {
  const { row, onOpen } = props;
  const { t } = useWords();
  const { point, presence, composition, verification, connection, incidents } = row;
  const { signIn } = composition;
  const { lateMinutes } = presence;
  return (
    <tr data-point={point.code}>
      <th scope="row">
        {point.name}
        <span className={table.code}>{point.code}</span>
      </th>
      <td className={classes.tight} data-label={t(titleOf('presence'))}>
        <StateBadge look={PRESENCE_LOOK[presence.status]}>
          {t(`province.rollCall.presences.${presence.status}`)}
        </StateBadge>
        {presence.arrivedAt !== null && (
          <Note>
            {t('province.rollCall.at', { time: formatMoment(presence.arrivedAt, Date.now()) })}
            {lateMinutes !== null && `, ${t('province.rollCall.lateBy', { minutes: lateMinutes })}`}
          </Note>
        )}
      </td>
      <td data-label={t(titleOf('composition'))}>
        {signIn ? (
          <>
            <strong>{signIn.person.fullName}</strong>
            <Note>{signIn.person.title}</Note>
            <StateBadge look={COMPOSITION_LOOK[composition.status]}>
              {t(`verdicts.composition.${composition.status}`)}
            </StateBadge>
            <Approved approval={composition.approval} />
          </>
        ) : (
          <span className={table.nothing}>
            {presence.status === 'no-data' ? t('verdicts.readiness.no-data') : t('province.rollCall.nobody')}
          </span>
        )}
      </td>
      <td className={classes.tight} data-label={t(titleOf('verification'))}>
        {signIn || verification.status !== 'self-declared' ? (
          <StateBadge look={VERIFICATION_LOOK[verification.status]}>
            {t(`province.rollCall.verifications.${verification.status}`)}
          </StateBadge>
        ) : null}
        {verification.unanswered > 0 && <Note>{t('province.rollCall.needsAnswer')}</Note>}
      </td>
      <td className={classes.tight} data-label={t(titleOf('connection'))}>
        <StateBadge look={CONNECTION_LOOK[connection.status]}>
          {t(`province.rollCall.connections.${connection.status}`)}
        </StateBadge>
        {connection.outages > 0 && <Note>{t('province.rollCall.outages', { count: connection.outages })}</Note>}
        {connection.causeless > 0 && <Note>{t('province.rollCall.causeless', { count: connection.causeless })}</Note>}
      </td>
      <td data-label={t(titleOf('incidents'))}>
        {incidents.all === 0
          ? t('province.rollCall.noIncidents')
          : t('province.rollCall.openIncidents', { open: incidents.open, all: incidents.all })}
      </td>
      <td data-label={t(titleOf('duty'))}>
        {row.duty ? (
          <>
            <StateBadge look={VERDICT_LOOK[row.duty.timeliness]}>{t(`duty.came.${row.duty.timeliness}`)}</StateBadge>
            <Note>
              {row.duty.fullName}, {formatMoment(row.duty.at, Date.now())}
              {row.duty.phone !== '' && `, ${row.duty.phone}`}
            </Note>
          </>
        ) : (
          <span className={table.nothing}>{t('duty.none')}</span>
        )}
      </td>
      <td>
        <Button
          variant="default"
          size="compact-sm"
          aria-label={t('province.rollCall.openOf', { name: point.name })}
          onClick={() => onOpen(point.code)}
        >
          {t('province.rollCall.open')}
        </Button>
      </td>
    </tr>
  );
});

/** Whose approval it was; one that came after the start stays visible as such. */
function Approved({ approval }: { readonly approval: AttendanceRow['composition']['approval'] }) {
  const { t } = useWords();
  if (approval === null) return null;
  const { approver: by, approvedAt, late, recordedLate } = approval;
  return (
    <>
      <Note>{t('province.rollCall.approvedBy', { by, time: formatMoment(approvedAt, Date.now()) })}</Note>
      {(late || recordedLate) && (
        <StateBadge look={LATE}>{t(`province.rollCall.${late ? 'approvedLate' : 'recordedLate'}`)}</StateBadge>
      )}
    </>
  );
}

function Note({ children }: { readonly children: React.ReactNode }) {
  return <span className={classes.note}>{children}</span>;
}
