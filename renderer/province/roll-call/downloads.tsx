import type { AttendanceDetail } from '../../../shared/protocol/attendance.ts';
import { useWords } from '../../ui/words.tsx';
import { letterUrl, minutesUrl } from '../api.ts';
import { useConsole } from '../context.tsx';
import classes from './roll-call.module.css';

/** The record of the meeting at this point, as a PDF. */
export function MinutesLink({ point }: { readonly point: string }) {
  const { t } = useWords();
  const meetingId = useConsole((state) => state.rollCall?.meeting.id);
  const locale = useConsole((state) => state.locale);
  return (
    meetingId !== undefined && (
      <p>
        <a className={classes.file} href={minutesUrl(meetingId, point, locale)} download>
          {t('minutes.download')}
        </a>
      </p>
    )
  );
}

type Fact = AttendanceDetail['course'][number]['fact'];

/** The letter a sign-in names, if it names one. */
export function Letter({ fact, point }: { readonly fact: Fact; readonly point: string }) {
  const { t } = useWords();
  const letter = fact?.type === 'leader-signed-in' ? fact.substitution?.attachment : null;
  return (
    fact &&
    letter && (
      <a className={classes.file} href={letterUrl(fact.meetingId, point, letter.sha256)} download>
        {t('minutes.letter')}
      </a>
    )
  );
}
