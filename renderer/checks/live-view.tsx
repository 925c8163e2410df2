import type { CheckId } from '../../shared/checks/check-id.ts';
import { checkName } from '../../shared/strings/check-text.ts';
import { LiveVideo } from '../ui/video.tsx';
import { useWords } from '../ui/words.tsx';
import camera from './camera/camera.module.css';
import type { LiveProps } from './card-parts.ts';
import { CARD_PARTS } from './card-parts-table.ts';
import classes from './check-card.module.css';

/** What is seen and heard while a probe measures, and what it is doing. */
export function LiveView(props: LiveProps & { readonly id: CheckId }) {
  const words = useWords();
  const { id, live } = props;
  const { Live, saying } = CARD_PARTS[id];
  const said = saying?.(live, words) ?? (live.note && words.raw(live.note.key));
  return (
    <>
      {Live ? (
        <Live {...props} />
      ) : (
        live.picture && <Picture stream={live.picture.stream} name={checkName(words, id)} />
      )}
      <p className={classes.busy}>{said ?? words.t('point.run.running')}</p>
    </>
  );
}

function Picture({ stream, name }: { readonly stream: MediaStream; readonly name: string }) {
  return (
    <div className={camera.picture}>
      <LiveVideo stream={stream} label={name} />
    </div>
  );
}
