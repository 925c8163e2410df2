import { Button } from '@mantine/core';
import type { Presence } from '../../../shared/attendance/presence.ts';
import { useWords } from '../../ui/words.tsx';
import { usePoint } from '../context.tsx';
import classes from './during.module.css';
import type { Course } from './use-course.ts';

const IN_SEAT: readonly Presence[] = ['present', 'late', 'returned'];

/** Only what can happen next. Leaving and coming back take one press, for they are done in passing. */
export function SeatButtons({ course: { meeting, attendance } }: { readonly course: Course }) {
  const { t } = useWords();
  const record = usePoint((state) => state.recordFact);
  const busy = usePoint((state) => state.recordBusy);
  const open = usePoint((state) => state.openDuring);
  const { status } = attendance.presence;
  const away = status === 'left-seat';
  if (!away && !IN_SEAT.includes(status)) return null;
  const move = (type: 'seat-left' | 'seat-returned') => void record({ type, meetingId: meeting.id, note: '' });
  return (
    <div className={classes.actions}>
      {away ? (
        <Button size="compact-md" disabled={busy} onClick={() => move('seat-returned')}>
          {t('during.seat.returned')}
        </Button>
      ) : (
        <Button size="compact-md" disabled={busy} onClick={() => move('seat-left')}>
          {t('during.seat.left')}
        </Button>
      )}
      <Button size="compact-md" variant="default" disabled={busy} onClick={() => open('left-early')}>
        {t('during.seat.leftEarly')}
      </Button>
      <Button size="compact-md" variant="default" disabled={busy} onClick={() => open('ended')}>
        {t('during.seat.ended')}
      </Button>
    </div>
  );
}
