import type { SealCheck } from '../../../shared/protocol/minutes.ts';
import { formatDateTime } from '../../../shared/strings/format.ts';
import { useWords } from '../../ui/words.tsx';

/** What the comparison came to, and what differs. */
export function Outcome({ checked }: { readonly checked: SealCheck }) {
  const { t, raw } = useWords();
  const { verdict, meeting, point, held, missing, added } = checked;
  return (
    <section role="status">
      <h2>{t(`minutes.check.verdicts.${verdict}`, { count: held })}</h2>
      <p>
        {point.name} ({point.code}) · {meeting.title} · {formatDateTime(meeting.startsAt)}
      </p>
      {missing.length > 0 && (
        <>
          <h3>{t('minutes.check.missing', { count: missing.length })}</h3>
          <p>
            {t('minutes.check.markHint')}: {missing.join(', ')}
          </p>
          <p>{t('minutes.check.missingHint')}</p>
        </>
      )}
      {added.length > 0 && (
        <>
          <h3>{t('minutes.check.added', { count: added.length })}</h3>
          <ul>
            {added.map(({ hash, type, at }) => (
              <li key={hash}>
                {formatDateTime(at)} · {raw(`minutes.types.${type}`) ?? raw(`province.rollCall.facts.${type}`) ?? type}{' '}
                · {hash.slice(0, 6)}
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}
