import { type AudioQuality, audioQuality } from '../../../shared/checks/link/audio-quality.ts';
import type { LinkReached, LinkThroughput } from '../../../shared/checks/link/measurement.ts';
import type { MediaWay } from '../../../shared/checks/link/media-measurement.ts';
import { rounded } from '../../../shared/checks/rounded.ts';
import type { line } from '../../../shared/strings/vi/line.ts';
import type { Words } from '../../ui/words.tsx';

type Label = Exclude<keyof (typeof line)['ways'], 'by' | 'steady'>;

/** One line of the table of both directions; a cell is null where it was not measured. */
export interface WayRow {
  readonly label: Label;
  readonly up: string | null;
  readonly down: string | null;
}

interface Way {
  readonly rate: LinkThroughput | null;
  readonly media: MediaWay | null;
  readonly echoLossPct: number | null;
  readonly jitterMs: number | undefined;
  readonly jitterRfcMs: number | undefined;
  readonly loadedMs: number | null;
  readonly audio: AudioQuality | null;
}

type Cell = (way: Way, t: Words['t']) => string | null;

const number = (value: number | null | undefined, t: Words['t'], digits = 1): string | null =>
  value == null ? null : t('line.ways.value', { value: rounded(value, digits) });

/** What is told of a direction, in the order it is read. */
const CELLS: Readonly<Partial<Record<Label, Cell>>> = {
  mbps: ({ rate }, t) =>
    rate && t(rate.limitedBy === 'line' ? 'line.ways.value' : 'line.ways.atLeast', { value: rounded(rate.mbps) }),
  ipMbps: ({ rate }, t) => number(rate?.ipMbps, t),
  limitedBy: ({ rate }, t) => rate && t(`line.ways.by.${rate.busy === 'hub' ? 'hub' : rate.limitedBy}`),
  steadiness: ({ rate }, t) =>
    rate?.stable === undefined ? null : t(`line.ways.steady.${rate.stable ? 'yes' : 'no'}`),
  loss: ({ media, echoLossPct }, t) => number(media ? media.lossPct : echoLossPct, t, 2),
  interval: ({ media }, t) =>
    media && t('line.ways.range', { low: rounded(media.lossLowPct, 2), high: rounded(media.lossHighPct, 2) }),
  packets: ({ media }, t) => number(media?.sent, t),
  late: ({ media }, t) => number(media?.latePct, t, 2),
  undecided: ({ media }, t) => (media?.own?.latePct ? number(media.own.latePct, t, 2) : null),
  jitter: ({ media, jitterMs }, t) => number(media ? Math.max(media.jitterMs, jitterMs ?? 0) : jitterMs, t),
  jitterRfc: ({ jitterRfcMs }, t) => number(jitterRfcMs, t),
  loaded: ({ loadedMs }, t) => number(loadedMs, t, 0),
  mos: ({ audio }, t) => number(audio?.mos, t),
  r: ({ audio }, t) => number(audio?.r, t),
};

/** Everything that was measured of one direction or the other. */
export function wayRows(measured: LinkReached, t: Words['t']): readonly WayRow[] {
  const { up, down } = waysOf(measured);
  return (Object.entries(CELLS) as [Label, Cell][])
    .map(([label, cell]) => ({ label, up: cell(up, t), down: cell(down, t) }))
    .filter((row) => row.up !== null || row.down !== null);
}

function waysOf(measured: LinkReached): { readonly up: Way; readonly down: Way } {
  const { media, udp, loadedRttMs } = measured;
  const audio = audioQuality(measured);
  return {
    up: {
      rate: measured.upload,
      media: media?.up ?? null,
      echoLossPct: udp?.lossUpPct ?? null,
      jitterMs: measured.jitterUpMs,
      jitterRfcMs: measured.jitterRfcUpMs,
      loadedMs: loadedRttMs?.upload ?? null,
      audio: audio?.up ?? null,
    },
    down: {
      rate: measured.download,
      media: media?.down ?? null,
      echoLossPct: udp?.lossDownPct ?? null,
      jitterMs: measured.jitterDownMs,
      jitterRfcMs: measured.jitterRfcDownMs,
      loadedMs: loadedRttMs?.download ?? null,
      audio: audio?.down ?? null,
    },
  };
}
