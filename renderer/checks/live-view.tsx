import type { CheckId } from '../../shared/checks/check-id.ts';
import { checkName } from '../../shared/strings/check-text.ts';
import { LevelMeter } from '../ui/level-meter.tsx';
import { LiveVideo } from '../ui/video.tsx';
import { useWords } from '../ui/words.tsx';
import classes from './check-card.module.css';
import type { Live } from './probe.ts';

/** What a probe shows while it measures. */
export function LiveView({ id, live }: { readonly id: CheckId; readonly live: Live | null }) {
  const words = useWords();
  const { t, raw } = words;
  if (live === null) return id === 'camera' ? <div className={classes.noPicture} /> : null;
  switch (live.kind) {
    case 'picture':
      return (
        <div className={classes.picture}>
          <LiveVideo stream={live.stream} label={id === 'camera' ? t('point.live.camera') : checkName(words, id)} />
        </div>
      );
    case 'level': {
      const { dbfs, peakDbfs } = live;
      const valueText = t('point.live.levelValue', { dbfs: Math.round(dbfs) });
      return <LevelMeter dbfs={dbfs} peakDbfs={peakDbfs} label={t('point.live.level')} valueText={valueText} />;
    }
    case 'note':
      return <p className={classes.note}>{raw(`point.probeNotes.${live.key}`) ?? ''}</p>;
  }
}
