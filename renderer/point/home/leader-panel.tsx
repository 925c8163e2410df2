import { Button } from '@mantine/core';
import { compositionOf } from '../../../shared/attendance/composition.ts';
import type { PointMeeting } from '../../../shared/meeting/meeting.ts';
import type { MeetingRecord } from '../../../shared/meeting/readiness.ts';
import { formatMoment } from '../../../shared/strings/format.ts';
import { StateBadge } from '../../ui/badge.tsx';
import box from '../../ui/box.module.css';
import { Icon } from '../../ui/icons.tsx';
import { COMPOSITION_LOOK } from '../../ui/tone.ts';
import { useWords } from '../../ui/words.tsx';
import { usePoint } from '../context.tsx';
import { SIGN_IN_KEY } from '../sign-in/use-sign-in-key.ts';
import classes from './home.module.css';

/** Who signed in as the one seated, and the way to sign in. */
export function LeaderPanel(props: { readonly meeting: PointMeeting | null; readonly record: MeetingRecord }) {
  const { meeting, record } = props;
  const { t } = useWords();
  const open = usePoint((state) => state.openSignIn);
  const roster = usePoint((state) => state.point?.feed?.roster);
  const designated = roster?.find((person) => person.id === meeting?.designatedPersonId);
  return (
    <section className={`${box.panel} ${box.narrow}`} aria-labelledby="leader">
      <h2 id="leader" className={classes.label}>
        <Icon name="person" size={18} />
        {t('point.signIn.title')}
      </h2>
      {record.leader ? <SignedIn leader={record.leader} /> : <p>{t('point.signIn.none')}</p>}
      {!record.leader && designated && (
        <p className={classes.soft}>{t('point.signIn.designated', { name: designated.fullName })}</p>
      )}
      <Button
        aria-keyshortcuts={SIGN_IN_KEY}
        rightSection={<kbd>{SIGN_IN_KEY}</kbd>}
        fullWidth
        size="md"
        variant={record.leader ? 'default' : 'filled'}
        disabled={!meeting}
        onClick={open}
      >
        {t(record.leader ? 'point.signIn.openAgain' : 'point.signIn.open')}
      </Button>
      {!meeting && <p className={classes.soft}>{t('point.signIn.noMeeting')}</p>}
    </section>
  );
}

function SignedIn({ leader }: { readonly leader: NonNullable<MeetingRecord['leader']> }) {
  const { t } = useWords();
  const composition = compositionOf(leader);
  return (
    <>
      <p className={classes.leaderName}>{leader.person.fullName}</p>
      <p className={classes.soft}>
        {leader.person.title} · {t('point.signIn.at', { time: formatMoment(leader.at, Date.now()) })}
      </p>
      <StateBadge look={COMPOSITION_LOOK[composition]}>{t(`verdicts.composition.${composition}`)}</StateBadge>
    </>
  );
}
