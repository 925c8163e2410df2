import type { CheckId } from '../../shared/checks/check-id.ts';
import { checkName } from '../../shared/strings/check-text.ts';
import { LevelMeter } from '../ui/level-meter.tsx';
import { LiveVideo } from '../ui/video.tsx';
import { useWords } from '../ui/words.tsx';
import classes from './check-card.module.css';
import type { LiveParts } from './live-parts.ts';

/** What is seen and heard while a probe measures, and what it is doing. */
export function LiveView({ id, live }: { readonly id: CheckId; readonly live: LiveParts }) {
  const words = useWords();
  const { t, raw } = words;
  const { picture, level, note } = live;
  return (
    <>
      {picture ? (
        <div className={classes.picture}>
          <LiveVideo stream={picture.stream} label={id === 'camera' ? t('point.live.camera') : checkName(words, id)} />
        </div>
      ) : (
        id === 'camera' && <div className={classes.noPicture}>{t('point.live.noPicture')}</div>
      )}
      {level && (
        <LevelMeter
          dbfs={level.dbfs}
          peakDbfs={level.peakDbfs}
          label={t('point.live.level')}
          valueText={t('point.live.levelValue', { dbfs: Math.round(level.dbfs) })}
        />
      )}
      <p className={classes.busy}>{(note && raw(note.key)) ?? t('point.run.running')}</p>
    </>
  );
}
