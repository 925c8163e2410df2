import { may, type Right } from '../../../shared/protocol/rights.ts';
import type { StringKey } from '../../../shared/strings/dictionary.ts';
import { useWords } from '../../ui/words.tsx';
import { useConsole } from '../context.tsx';
import { useHash } from './hash.ts';
import type { Route } from './route.ts';
import classes from './tabs.module.css';

/** One view of a thing that has several: of a meeting, of a point. */
export interface Tab<Params> {
  readonly route: Route<Params>;
  readonly label: StringKey;
  readonly right: Right;
}

/** Links to the views of one thing which the person may see; the one on screen is marked. */
export function Tabs<Params>(props: {
  readonly label: string;
  readonly tabs: readonly Tab<Params>[];
  readonly params: Params;
}) {
  const { t } = useWords();
  const hash = useHash();
  const role = useConsole((state) => state.session?.role);
  return (
    <nav className={classes.tabs} aria-label={props.label}>
      {props.tabs
        .filter(({ right }) => role !== undefined && may(role, right))
        .map(({ route, label }) => (
          <a key={route.path} href={route.hash(props.params)} aria-current={route.match(hash) ? 'page' : undefined}>
            {t(label)}
          </a>
        ))}
    </nav>
  );
}
