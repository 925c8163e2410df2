import classes from './level-meter.module.css';

const LOWEST_DBFS = -70;

/** A level to mark on the scale, with its words: those of a low one stand above the meter, of a high one below. */
export interface LevelMark {
  readonly dbfs: number;
  readonly text: string;
  readonly side: 'above' | 'below';
}

interface LevelMeterProps {
  /** What is heard now; null where nothing is measured any more. */
  readonly now: { readonly dbfs: number; readonly peakDbfs: number; readonly text: string } | null;
  readonly marks: readonly LevelMark[];
  /** Says the whole meter in words. */
  readonly label: string;
  /** Where noise should end and speech should begin, dBFS. */
  readonly wanted: { readonly noiseUpTo: number; readonly speechFrom: number };
}

/** Level of a microphone, from -70 dBFS to full scale, with background and speech marked on it. */
export function LevelMeter({ now, marks, label, wanted }: LevelMeterProps) {
  return (
    <div className={classes.meter} role="img" aria-label={label}>
      <MarkTexts marks={marks} side="above" />
      <div className={classes.track}>
        <div className={classes.quiet} style={{ width: percent(wanted.noiseUpTo) }} />
        <div className={classes.loud} style={{ left: percent(wanted.speechFrom) }} />
        {now && <div className={classes.bar} style={{ width: percent(now.dbfs) }} />}
        {now && <div className={classes.peak} style={{ left: percent(now.peakDbfs) }} />}
        {!now && <Range marks={marks} />}
        {marks.map(({ side, dbfs }) => (
          <div key={side} className={classes.mark} style={{ left: percent(dbfs) }} />
        ))}
      </div>
      <MarkTexts marks={marks} side="below" />
      {now && <span className={classes.value}>{now.text}</span>}
    </div>
  );
}

/** From the background up to the speech: the wider, the better it is understood. */
function Range({ marks }: Pick<LevelMeterProps, 'marks'>) {
  const levels = marks.map((mark) => mark.dbfs);
  if (levels.length < 2) return null;
  const [low, high] = [Math.min(...levels), Math.max(...levels)];
  return <div className={classes.range} style={{ left: percent(low), right: `${100 - share(high)}%` }} />;
}

function MarkTexts({ marks, side }: Pick<LevelMeterProps, 'marks'> & Pick<LevelMark, 'side'>) {
  const mark = marks.find((one) => one.side === side);
  if (!mark) return null;
  // Shifted back by its own share of its width, so that it stays within the meter at either end.
  const at = share(mark.dbfs);
  return (
    <div className={classes.texts}>
      <span style={{ left: `${at}%`, transform: `translateX(-${at}%)` }}>{mark.text}</span>
    </div>
  );
}

function share(dbfs: number): number {
  return ((Math.max(LOWEST_DBFS, Math.min(0, dbfs)) - LOWEST_DBFS) / -LOWEST_DBFS) * 100;
}

function percent(dbfs: number): string {
  return `${share(dbfs)}%`;
}
