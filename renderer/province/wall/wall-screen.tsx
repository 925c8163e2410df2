import { memo, useCallback, useEffect, useRef, useState } from 'react';
import { useWords } from '../../ui/words.tsx';
import shared from '../console.module.css';
import { useConsole } from '../context.tsx';
import { BackLink } from '../meetings/back-link.tsx';
import { MeetingFault } from '../meetings/meeting-fault.tsx';
import { MeetingTop } from '../meetings/meeting-top.tsx';
import { Counts } from './counts.tsx';
import { PointDrawer } from './point-drawer.tsx';
import { Tools } from './tools.tsx';
import { useTiles, type WallView } from './use-tiles.ts';
import classes from './wall.module.css';
import type { WallData } from './wall-data.ts';
import { WallGrid } from './wall-grid.tsx';

/** All points of a meeting at one look, what needs a call first. */
export function WallScreen({ meetingId }: { readonly meetingId: string }) {
  const { t } = useWords();
  const wall = useConsole((state) => state.wall);
  const error = useConsole((state) => state.wallError);
  const showWall = useConsole((state) => state.showWall);
  useEffect(() => {
    void showWall(meetingId);
    return () => void showWall(null);
  }, [showWall, meetingId]);
  return (
    <main className={`${shared.main} ${classes.main}`}>
      <BackLink />
      {!wall && <h1>{t('wall.caption')}</h1>}
      {error && <MeetingFault error={error} onRetry={() => void showWall(meetingId)} />}
      {!wall && !error && <p role="status">{t('common.loading')}</p>}
      {wall && <Loaded wall={wall} />}
    </main>
  );
}

/** A key in the search is none of their business, or only where it changes what they show. */
const [Top, Beside, Numbers, Grid] = [memo(MeetingTop), memo(PointDrawer), memo(Counts), memo(WallGrid)];

const FIRST_VIEW: WallView = { query: '', state: null, sort: 'need', byCluster: false };

function Loaded({ wall }: { readonly wall: WallData }) {
  const { t } = useWords();
  const [view, setView] = useState(FIRST_VIEW);
  const search = useRef<HTMLInputElement>(null);
  const opened = useConsole((state) => state.openCode);
  const open = useConsole((state) => state.openWallPoint);
  // Answered in the same frame as the letter: putting it off costs another frame, and drawing it now costs less than that.
  const { counts, total, shown, sections } = useTiles(wall, view);
  const change = useCallback((part: Partial<WallView>) => setView((before) => ({ ...before, ...part })), []);
  const choose = useCallback((state: WallView['state']) => change({ state }), [change]);
  const openPoint = useCallback((code: string) => void open(code), [open]);
  useSlash(search);
  return (
    <>
      <Top meeting={wall.meeting} />
      <div className={classes.bar}>
        <Numbers counts={counts} total={total} chosen={view.state} onChoose={choose} />
        <Tools view={view} onChange={change} shown={shown} total={total} searchRef={search} onLeave={leadToFirst} />
      </div>
      <Grid sections={sections} view={view} opened={opened} onOpen={openPoint} />
      {shown === 0 && <p>{t('wall.none')}</p>}
      <Beside wall={wall} />
    </>
  );
}

/** From the search into the wall, to what stands first; it scrolls there if need be. */
function leadToFirst(): void {
  document.querySelector<HTMLElement>('[role=grid] [data-point]')?.focus();
}

/** The slash leads to the search from anywhere but a field. */
function useSlash(search: React.RefObject<HTMLInputElement | null>): void {
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const typing =
        event.target instanceof HTMLElement && event.target.closest('input, textarea, select, [role=dialog]');
      if (event.key !== '/' || typing || event.ctrlKey || event.metaKey || event.altKey) return;
      event.preventDefault();
      search.current?.focus();
      search.current?.select();
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, [search]);
}
