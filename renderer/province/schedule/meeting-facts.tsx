import type { Meeting } from '../../../shared/meeting/meeting.ts';
import { formatDateTime } from '../../../shared/strings/format.ts';
import { useWords } from '../../ui/words.tsx';
import classes from './schedule.module.css';

/** What the invitation says, for who may not change it or when nobody can any more. */
export function MeetingFacts({ meeting }: { readonly meeting: Meeting }) {
  const { t } = useWords();
  const { kind, composition, profile, startsAt, expectedEndsAt } = meeting;
  const facts = [
    [t('province.schedule.kind'), t(`province.schedule.kinds.${kind}`)],
    [t('province.schedule.invitationNumber'), meeting.invitationNumber],
    [t('province.schedule.chair'), meeting.chair],
    [t('province.schedule.time'), formatDateTime(startsAt)],
    [t('province.schedule.minutes'), String(Math.round((expectedEndsAt - startsAt) / 60_000))],
    [t('province.schedule.composition'), t(`province.schedule.compositions.${composition}`)],
    [t('province.schedule.profile'), t(`province.schedule.profiles.${profile}`)],
    [t('province.schedule.platformLink'), meeting.platformLink],
  ].filter(([, value]) => value !== '');
  return (
    <dl className={classes.facts}>
      {facts.map(([label, value]) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
