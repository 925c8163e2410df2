import { useMemo } from 'react';
import { CHECK_IDS, type CheckId } from '../../shared/checks/check-id.ts';
import { checkName } from '../../shared/strings/check-text.ts';
import { CheckCard } from '../checks/check-card.tsx';
import { LanguageSwitch } from '../ui/language-switch.tsx';
import { useWords } from '../ui/words.tsx';
import classes from './gallery.module.css';
import { scenesOf } from './scenes.ts';

const nothing = (): void => {};

/** Every reason of every check, each as it is judged, and what a card looks like while it measures. */
export function Gallery(props: { readonly only: string | undefined; readonly detailsOpen: boolean }) {
  const words = useWords();
  const ids = CHECK_IDS.filter((id) => !props.only || props.only === id);
  return (
    <main className={classes.page}>
      <h1>{words.t('common.appName')}</h1>
      <LanguageSwitch />
      {ids.map((id) => (
        <Section key={id} id={id} detailsOpen={props.detailsOpen} />
      ))}
    </main>
  );
}

function Section({ id, detailsOpen }: { readonly id: CheckId; readonly detailsOpen: boolean }) {
  const words = useWords();
  const scenes = useMemo(() => scenesOf(id), [id]);
  return (
    <section aria-label={checkName(words, id)}>
      <h2>{checkName(words, id)}</h2>
      <div className={classes.cards}>
        {scenes.map(({ key, ...scene }) => (
          <div key={key} className={classes.cell}>
            <CheckCard {...scene} detailsOpen={detailsOpen} onRun={nothing} onCancel={nothing} />
          </div>
        ))}
      </div>
    </section>
  );
}
