import { Button } from '@mantine/core';
import { type PersonForgotten, personForgotten } from '../../../shared/protocol/person-data.ts';
import type { RosterPerson } from '../../../shared/protocol/roster.ts';
import { ErrorAdvice } from '../../ui/advice.tsx';
import { useWords } from '../../ui/words.tsx';
import { useSend } from '../admin/use-hub.ts';
import { useConsole } from '../context.tsx';
import { posted } from '../hub-call.ts';
import classes from './roster.module.css';

/** What a person may ask for: to see all that is held of them, and to have deleted what need not be kept. With the reason given above. */
export function PersonDataSection(props: {
  readonly point: string;
  readonly person: RosterPerson;
  readonly reason: string;
  /** Asks for a reason where none is given. */
  readonly onMissing: () => void;
  readonly onForgotten: (forgotten: PersonForgotten) => void;
}) {
  const { point, person, reason, onMissing, onForgotten } = props;
  const { t } = useWords();
  const load = useConsole((state) => state.loadRoster);
  const { busy, error, send } = useSend();
  const url = `/api/console/points/${encodeURIComponent(point)}/roster/${encodeURIComponent(person.id)}`;

  async function forget(): Promise<void> {
    if (reason.trim() === '') return onMissing();
    const answer = await send(`${url}/erasure`, posted({ reason }), personForgotten);
    if (!answer.ok) return;
    onForgotten(answer.value);
    await load(point);
  }

  return (
    <section className={classes.form}>
      <h3>{t('personData.title')}</h3>
      <p>{t('personData.hint')}</p>
      {error && <ErrorAdvice error={error} />}
      <Button component="a" variant="default" href={`${url}/data`} download={`${point}-${person.id}.json`}>
        {t('personData.download')}
      </Button>
      <Button variant="outline" color="red" loading={busy} onClick={() => void forget()}>
        {t('personData.forget')}
      </Button>
    </section>
  );
}
