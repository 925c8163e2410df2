import { useEffect, useRef } from 'react';
import { cameraMeasurement } from '../../../shared/checks/camera/measurement.ts';
import { formatSecond } from '../../../shared/strings/format.ts';
import { LiveVideo } from '../../ui/video.tsx';
import { useWords } from '../../ui/words.tsx';
import type { LiveProps, StandingProps } from '../card-parts.ts';
import classes from './camera.module.css';
import { HistogramView } from './histogram-view.tsx';
import type { Still } from './still.ts';
import { useStills } from './use-stills.ts';

/** What the camera shows while it is measured, and how bright that is. */
export function CameraLive({ live, policy, onStill }: LiveProps) {
  if (!live.picture) return <NoPicture />;
  return <LivePicture stream={live.picture.stream} policy={policy} onStill={onStill} />;
}

function LivePicture({
  stream,
  policy,
  onStill,
}: Pick<LiveProps, 'policy' | 'onStill'> & { readonly stream: MediaStream }) {
  const { t } = useWords();
  const video = useRef<HTMLVideoElement>(null);
  const still = useStills(video, onStill);
  return (
    <>
      <div className={classes.picture}>
        <LiveVideo stream={stream} label={t('point.live.camera')} element={video} />
      </div>
      {still && <HistogramView bins={still.histogram.bins} marks={still.histogram} wanted={policy.checks.camera} />}
    </>
  );
}

/** The last picture the camera gave, and how bright what was measured is. */
export function CameraStanding({ measurement, policy, still }: StandingProps) {
  const measured = cameraMeasurement.safeParse(measurement);
  const picture = measured.success && measured.data.opened ? measured.data.picture : null;
  if (!still) return <NoPicture />;
  const marks = picture ? { p5: picture.lumaP5, p50: picture.lumaP50, p95: picture.lumaP95 } : still.histogram;
  return (
    <>
      <StillPicture still={still} />
      <HistogramView bins={still.histogram.bins} marks={marks} wanted={policy.checks.camera} />
    </>
  );
}

function StillPicture({ still }: { readonly still: Still }) {
  const { t } = useWords();
  const canvas = useRef<HTMLCanvasElement>(null);
  const time = formatSecond(still.takenAt);
  useEffect(() => {
    const { picture } = still;
    const element = canvas.current;
    if (!element || picture.width === 0) return;
    element.width = picture.width;
    element.height = picture.height;
    element.getContext('2d')?.drawImage(picture, 0, 0);
  }, [still]);
  return (
    <div className={classes.picture}>
      <canvas ref={canvas} role="img" aria-label={t('cards.camera.stillLabel', { time })} />
      <span className={classes.taken}>{t('cards.camera.taken', { time })}</span>
    </div>
  );
}

function NoPicture() {
  const { t } = useWords();
  return <div className={classes.noPicture}>{t('point.live.noPicture')}</div>;
}
