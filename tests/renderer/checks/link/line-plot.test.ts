import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { linePlot, PLOT } from '../../../../renderer/checks/link/line-plot.ts';
import { LINE_SAMPLES } from '../../../../renderer/gallery/line-samples.ts';
import type { LinkSample } from '../../../../shared/checks/link/live.ts';

describe('the plot of a line while it is measured', () => {
  it('draws each curve with its newest value, and nothing before there is something', () => {
    expect(linePlot([]).curves).toEqual([]);
    const { curves, mostMbps, mostMs, seconds } = linePlot(LINE_SAMPLES);
    expect(curves.map(({ curve }) => curve)).toEqual(['download', 'upload', 'media', 'rtt']);
    expect([mostMbps, mostMs, seconds]).toEqual([60, 60, 8]);
    expect(linePlot(LINE_SAMPLES.slice(0, 10)).curves.map(({ curve }) => curve)).toEqual(['rtt']);
  });

  it('leaves a gap where nothing was told for a while', () => {
    const at = (atMs: number): LinkSample => ({ phase: 'echo', atMs, rttMs: 10 });
    const [rtt] = linePlot([at(0), at(100), at(2_000), at(2_100)]).curves;
    expect(rtt?.path.match(/[ML]/g)?.join('')).toBe('MLML');
  });

  it('stays inside its frame, whatever a probe tells', () => {
    const sample = fc.record({
      phase: fc.constantFrom('echo', 'download', 'upload', 'media'),
      atMs: fc.double({ min: 0, max: 120_000, noNaN: true }),
      mbps: fc.double({ min: 0, max: 1e5, noNaN: true }),
      rttMs: fc.double({ min: 0, max: 1e5, noNaN: true }),
    });
    fc.assert(
      fc.property(fc.array(sample, { maxLength: 60 }), (samples: LinkSample[]) => {
        for (const { path } of linePlot(samples).curves) {
          const numbers = path
            .replaceAll('h0', '')
            .split(/[ML ]/)
            .filter((text) => text !== '')
            .map(Number);
          const inside = numbers.every((one, at) => one >= 0 && one <= (at % 2 === 0 ? PLOT.width : PLOT.height));
          expect(inside).toBe(true);
        }
      }),
    );
  });
});
