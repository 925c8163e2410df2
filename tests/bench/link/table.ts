import type { LinkScore, WayScore } from './score.ts';

const HEAD = ['profile', 'down', '', 'up', '', 'RTT', 'jitter', 'loss', 'rates', 'whole', 'data'];

/** Runs one line each, to be read by a person: errors against the truth. */
export function tableOf(scores: readonly LinkScore[]): string {
  const rows = [HEAD, ...scores.map(rowOf)];
  const widths = HEAD.map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  return rows.map((row) => `${row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join('  ')}\n`).join('');
}

/** One run on one line, as it comes in. */
export function lineOf(score: LinkScore): string {
  const missed = score.lossIntervals
    .filter(({ holds }) => !holds)
    .map(({ of, low, high, truth }) => `${of}: ${low.toFixed(2)} to ${high.toFixed(2)} % is not ${truth.toFixed(2)} %`);
  return `${[...rowOf(score).filter(Boolean), ...missed].join('  ')}\n`;
}

function rowOf(score: LinkScore): string[] {
  const { profile, failure, down, up, rttErrorMs, jitterErrorMs, lossIntervals, seconds, megabytes } = score;
  const held = lossIntervals.filter(({ holds }) => holds).length;
  return [
    profile,
    ...wayCells(down),
    ...wayCells(up),
    rttErrorMs === null ? '–' : `${signed(rttErrorMs)} ms`,
    jitterErrorMs === null ? '–' : `${signed(jitterErrorMs)} ms`,
    `${held}/${lossIntervals.length}`,
    `${(down.seconds + up.seconds).toFixed(2)} s`,
    `${seconds.toFixed(2)} s`,
    `${megabytes.toFixed(2)} MB${failure ? `  ${failure}` : ''}`,
  ];
}

function wayCells({ mbps, errorPct, said }: WayScore): [string, string] {
  if (mbps === null || errorPct === null) return ['–', said];
  return [`${mbps.toFixed(2)} Mbps`, `${signed(errorPct)} %${said === 'line' ? '' : ` (${said})`}`];
}

function signed(value: number): string {
  return `${value < 0 ? '−' : '+'}${Math.abs(value).toFixed(1)}`;
}
