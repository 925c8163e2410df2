import type { CameraLimits } from '../../../shared/checks/camera/limits.ts';
import { useWords } from '../../ui/words.tsx';
import classes from './camera.module.css';
import type { Histogram } from './histogram.ts';

type Marks = Pick<Histogram, 'p5' | 'p50' | 'p95'>;
type Wanted = Pick<CameraLimits, 'darkBelowLumaP50' | 'brightAboveLumaP50'>;

const HEIGHT = 40;

/** How bright the picture is, from black to white, with marks where its dark, middle and bright parts lie. */
export function HistogramView(props: {
  readonly bins: readonly number[];
  readonly marks: Marks;
  readonly wanted: Wanted;
}) {
  const { t } = useWords();
  const { bins, marks, wanted } = props;
  const { darkBelowLumaP50: from, brightAboveLumaP50: to } = wanted;
  const says = t('cards.camera.brightness', {
    dark: Math.round(marks.p5),
    middle: Math.round(marks.p50),
    bright: Math.round(marks.p95),
  });
  return (
    <figure className={classes.histogram} title={t('cards.camera.wanted', { from, to })}>
      <svg viewBox={`0 0 256 ${HEIGHT}`} preserveAspectRatio="none" aria-hidden="true">
        <rect className={classes.zone} x={from} width={Math.max(0, to - from)} height={HEIGHT} />
        <path className={classes.bars} d={outline(bins)} />
        <Mark at={marks.p5} />
        <Mark at={marks.p50} middle good={marks.p50 >= from && marks.p50 <= to} />
        <Mark at={marks.p95} />
      </svg>
      <figcaption>{says}</figcaption>
    </figure>
  );
}

function Mark({ at, middle, good }: { readonly at: number; readonly middle?: boolean; readonly good?: boolean }) {
  return (
    <line
      className={classes.mark}
      data-middle={middle}
      data-good={good}
      x1={at}
      x2={at}
      y1={middle ? 0 : HEIGHT / 3}
      y2={HEIGHT}
      vectorEffect="non-scaling-stroke"
    />
  );
}

function outline(bins: readonly number[]): string {
  const width = 256 / bins.length;
  const steps = bins.map((share, at) => {
    const y = (HEIGHT * (1 - share)).toFixed(1);
    return `L${(at * width).toFixed(1)} ${y}L${((at + 1) * width).toFixed(1)} ${y}`;
  });
  return `M0 ${HEIGHT}${steps.join('')}L256 ${HEIGHT}Z`;
}
