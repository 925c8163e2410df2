import classes from './level-meter.module.css';

const FLOOR_DBFS = -70;

/** Level of a microphone, from -70 dBFS to full scale, with the peak as a mark. */
export function LevelMeter(props: {
  readonly dbfs: number;
  readonly peakDbfs: number;
  readonly label: string;
  readonly valueText: string;
}) {
  const { dbfs, peakDbfs, label, valueText } = props;
  const level = clamped(dbfs);
  return (
    <div className={classes.row}>
      <meter className={classes.hidden} aria-label={label} min={FLOOR_DBFS} max={0} value={Math.round(level)}>
        {valueText}
      </meter>
      <div className={classes.track} aria-hidden="true">
        <div className={classes.bar} style={{ width: percent(level) }} />
        <div className={classes.peak} style={{ left: percent(clamped(peakDbfs)) }} />
      </div>
      <span className={classes.value}>{valueText}</span>
    </div>
  );
}

function clamped(dbfs: number): number {
  return Math.max(FLOOR_DBFS, Math.min(0, dbfs));
}

function percent(dbfs: number): string {
  return `${((dbfs - FLOOR_DBFS) / -FLOOR_DBFS) * 100}%`;
}
