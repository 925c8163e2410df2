import { Button } from '@mantine/core';
import type { Ask } from '../../../shared/protocol/wall.ts';
import { checkName } from '../../../shared/strings/check-text.ts';
import { formatTime } from '../../../shared/strings/format.ts';
import { ErrorAdvice } from '../../ui/advice.tsx';
import { Icon } from '../../ui/icons.tsx';
import { useWords } from '../../ui/words.tsx';
import { usePoint } from '../context.tsx';
import classes from '../reminders/reminders.module.css';

/** What the province asks of this point, each with its answers. Nothing where it asks nothing. */
export function HelpBanner() {
  const { t } = useWords();
  const asks = usePoint((state) => state.point?.asks);
  const error = usePoint((state) => state.helpError);
  if (!asks || (asks.length === 0 && !error)) return null;
  return (
    <section className={classes.banner} aria-label={t('wall.atPoint.label')}>
      {asks.map((ask) => (
        <AskLine key={ask.id} ask={ask} />
      ))}
      {error && <ErrorAdvice error={error} />}
    </section>
  );
}

function AskLine({ ask }: { readonly ask: Ask }) {
  const words = useWords();
  const { t } = words;
  const by = t('wall.atPoint.by', { who: ask.by, time: formatTime(ask.at) });
  const name = ask.check === null ? '' : checkName(words, ask.check);
  const what =
    ask.kind === 'note'
      ? ask.text
      : t(ask.state === 'accepted' ? 'wall.atPoint.running' : 'wall.atPoint.recheck', { name });
  return (
    <div className={classes.line}>
      <Icon name={ask.check ?? 'note'} size={22} />
      <p className={classes.words}>
        <strong role="status">{what}</strong>
        <span>
          {ask.kind === 'note' ? `${t('wall.atPoint.note')} · ` : ask.text !== '' && `${ask.text} · `}
          {by}
        </span>
      </p>
      <div className={classes.actions}>
        <Answers ask={ask} name={name} />
      </div>
    </div>
  );
}

function Answers({ ask, name }: { readonly ask: Ask; readonly name: string }) {
  const { t } = useWords();
  const accept = usePoint((state) => state.acceptAsk);
  const answer = usePoint((state) => state.answerAsk);
  if (ask.state === 'accepted') return null;
  if (ask.kind === 'note') return <Button onClick={() => void answer(ask, 'read')}>{t('wall.atPoint.read')}</Button>;
  return (
    <>
      <Button onClick={() => void accept(ask)}>{t('wall.atPoint.accept')}</Button>
      <Button
        variant="default"
        aria-label={t('wall.atPoint.declineOf', { name })}
        onClick={() => void answer(ask, 'declined')}
      >
        {t('wall.atPoint.decline')}
      </Button>
    </>
  );
}
