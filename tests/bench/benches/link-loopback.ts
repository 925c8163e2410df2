import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { measureLink } from '../../../electron/checks/link/probe.ts';
import { startLinkResponder } from '../../../electron/province/link/responder.ts';
import { linkMeasurement } from '../../../shared/checks/link/measurement.ts';
import { atLeast, atMost, type Bench, type Figure } from '../bench.ts';

/** The whole link check against the real responder without a line between: its caps on time and data. */
export const linkLoopback: Bench = {
  about: 'the whole link check on loopback: duration and data',
  usualSeconds: 3,
  async run() {
    const responder = await startLinkResponder({ host: '127.0.0.1', log: { warn: () => {} } });
    const service = createServer().listen(0, '127.0.0.1');
    await once(service, 'listening');
    try {
      const outcome = await measureLink({
        hubUrl: `http://127.0.0.1:${(service.address() as AddressInfo).port}`,
        grant: async () => responder.grant(),
        signal: new AbortController().signal,
        onProgress: () => {},
      });
      const line = outcome.kind === 'measured' ? linkMeasurement.parse(outcome.measurement) : null;
      return figures(line?.reached ? line : null);
    } finally {
      service.close();
      await responder.stop();
    }
  },
};

interface Line {
  readonly durationMs: number;
  readonly bytesUsed: number;
  readonly rttMsP50: number;
  readonly udp: { readonly received: number } | null;
}

function figures(line: Line | null): Figure[] {
  return [
    atMost('duration', line ? line.durationMs / 1000 : null, 's', 8),
    atMost('data', line ? line.bytesUsed / 1e6 : null, 'MB', 15),
    atMost('RTT p50', line?.rttMsP50 ?? null, 'ms', 2),
    atLeast('echoes answered', line?.udp?.received ?? null, 'packets', 198),
  ];
}
