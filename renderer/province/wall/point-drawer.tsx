import { Drawer } from '@mantine/core';
import { may } from '../../../shared/protocol/rights.ts';
import type { WallPoint } from '../../../shared/protocol/wall.ts';
import { tileOf } from '../../../shared/wall/tile.ts';
import { ErrorAdvice } from '../../ui/advice.tsx';
import { StateBadge } from '../../ui/badge.tsx';
import { WALL_LOOK } from '../../ui/tone.ts';
import { useNow } from '../../ui/use-now.ts';
import { useWords } from '../../ui/words.tsx';
import { useConsole } from '../context.tsx';
import { CallPanel } from './call-panel.tsx';
import { NotePanel } from './note-panel.tsx';
import classes from './point.module.css';
import { PointChecks } from './point-checks.tsx';
import { PointFacts } from './point-facts.tsx';
import { PointHistory } from './point-history.tsx';
import type { WallData } from './wall-data.ts';

/** Everything about one point that helps on the telephone, beside the wall. Escape closes it and leads back to its tile. */
export function PointDrawer({ wall }: { readonly wall: WallData }) {
  const { t } = useWords();
  const code = useConsole((state) => state.openCode);
  const point = useConsole((state) => state.wallPoint);
  const error = useConsole((state) => state.wallPointError);
  const open = useConsole((state) => state.openWallPoint);
  const place = code === null ? undefined : wall.placeOf.get(code);
  const row = place === undefined ? undefined : wall.rows[place]?.row;
  return (
    <Drawer.Root
      opened={code !== null}
      onClose={() => void open(null)}
      position="right"
      size={760}
      lockScroll={false}
      returnFocus={false}
      transitionProps={{ duration: 0 }}
    >
      <Drawer.Overlay />
      <Drawer.Content>
        <div className={classes.top}>
          <Drawer.Title className={classes.title}>{row?.name ?? code}</Drawer.Title>
          <Drawer.CloseButton size="lg" aria-label={t('wall.point.close')} />
        </div>
        <Drawer.Body>
          {error && code !== null && <ErrorAdvice error={error} onRetry={() => void open(code)} />}
          {!point && !error && <p role="status">{t('wall.point.loading')}</p>}
          {point && place !== undefined && <Loaded wall={wall} point={point} place={place} />}
        </Drawer.Body>
      </Drawer.Content>
    </Drawer.Root>
  );
}

function Loaded(props: { readonly wall: WallData; readonly point: WallPoint; readonly place: number }) {
  const { wall, point, place } = props;
  const { t } = useWords();
  const role = useConsole((state) => state.session?.role);
  const now = useNow() + wall.offsetMs;
  const known = wall.rows[place];
  if (known === undefined || role === undefined) return null;
  const { meeting, times, checking, calls } = wall;
  const tile = tileOf(known.row, place, { now, meeting, times, checking, calls });
  const helps = may(role, 'help');
  return (
    <div className={classes.point}>
      <p className={classes.state}>
        <StateBadge look={WALL_LOOK[tile.state]}>{t(`wall.states.${tile.state}`)}</StateBadge>
        {tile.need !== null && <span>{t(`wall.needs.${tile.need}`)}</span>}
      </p>
      <CallPanel contact={point.contact} call={tile.call} log={point.log} helps={helps} now={now} />
      <PointChecks point={point} now={now} helps={helps} />
      <NotePanel asks={point.asks} helps={helps} now={now} />
      <PointFacts point={point} now={now} />
      <PointHistory runs={point.runs} now={now} />
    </div>
  );
}
