import type { LinkSample } from '../../../shared/checks/link/live.ts';
import { rounded } from '../../../shared/checks/rounded.ts';
import { useWords, type Words } from '../../ui/words.tsx';
import type { LiveProps } from '../card-parts.ts';
import type { LiveParts } from '../live-parts.ts';
import { type LinePlot, linePlot, PLOT, type PlottedCurve } from './line-plot.ts';
import classes from './link.module.css';

/** Speed and latency over time while the line is measured. Nothing moves by itself: the curves grow with the packets. */
export function LinkLive({ live }: LiveProps) {
  const samples = live.line?.samples ?? [];
  return samples.length === 0 ? null : <Plot samples={samples} />;
}

/** What the probe is doing: its place in the queue before all else. Null: nothing more than that it measures. */
export function linkSaying({ line }: LiveParts, { t }: Words): string | null {
  if (!line) return null;
  if (line.waiting) {
    const { place, estimateMs } = line.waiting;
    return t('point.line.waiting', { place, seconds: Math.ceil(estimateMs / 1000) });
  }
  const phase = line.samples.at(-1)?.phase;
  return phase ? t(`line.phase.${phase}`) : null;
}

function Plot({ samples }: { readonly samples: readonly LinkSample[] }) {
  const { t } = useWords();
  const plot = linePlot(samples);
  const values = plot.curves.map((curve) => valueText(curve, t)).join(', ');
  return (
    <figure className={classes.plot}>
      <svg viewBox={`0 0 ${PLOT.width} ${PLOT.height}`} role="img" aria-label={t('line.live.label', { values })}>
        <Scale {...plot} t={t} />
        {plot.curves.map(({ curve, path }) => (
          <path key={curve} className={classes.curve} data-curve={curve} d={path} />
        ))}
      </svg>
      <figcaption className={classes.legend}>
        {plot.curves.map((curve) => (
          <span key={curve.curve} data-curve={curve.curve}>
            {valueText(curve, t)}
          </span>
        ))}
      </figcaption>
    </figure>
  );
}

function Scale({ mostMbps, mostMs, seconds, t }: LinePlot & { readonly t: Words['t'] }) {
  const { width, rate, rtt, height } = PLOT;
  return (
    <g className={classes.scale}>
      <rect x={0} y={rate.top} width={width} height={rate.height} />
      <rect x={0} y={rtt.top} width={width} height={rtt.height} />
      <text x={4} y={rate.top + 13}>
        {t('line.live.mbps', { value: mostMbps })}
      </text>
      <text x={4} y={rtt.top + 13}>
        {t('line.live.ms', { value: mostMs })}
      </text>
      <text x={0} y={height - 2}>
        {t('line.live.from')}
      </text>
      <text x={width} y={height - 2} textAnchor="end">
        {t('line.live.to', { seconds })}
      </text>
    </g>
  );
}

function valueText({ curve, latest }: PlottedCurve, t: Words['t']): string {
  const value = rounded(latest, latest >= 100 ? 0 : 1);
  return `${t(`line.live.${curve}`)} ${t(curve === 'rtt' ? 'line.live.ms' : 'line.live.mbps', { value })}`;
}
