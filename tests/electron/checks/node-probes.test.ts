import { expect, it } from 'vitest';
import { measureNode, type NodeProbeContext } from '../../../electron/checks/node-probes.ts';
import { link } from '../../../shared/checks/link/check.ts';
import { DEFAULT_POLICY } from '../../../shared/policy/default-policy.ts';
import { close, listen, portOf } from './link/hub.ts';

const CONTEXT: NodeProbeContext = {
  hub: null,
  grant: () => new Promise(() => {}),
  dataDir: '.',
  signal: new AbortController().signal,
  timeoutMs: 10_000,
  onProgress: () => {},
};

it('cannot measure the line of a point that is not enrolled', async () => {
  const outcome = await measureNode('link', CONTEXT);
  expect(link.judge(outcome, DEFAULT_POLICY.checks.link)).toMatchObject({
    verdict: 'unmeasured',
    reason: 'not-enrolled',
  });
});

it('gives up at its time-out', async () => {
  const service = await listen();
  const hub = { url: `http://127.0.0.1:${portOf(service)}` };
  const outcome = await measureNode('link', { ...CONTEXT, hub, timeoutMs: 50 });
  expect(outcome).toEqual({ kind: 'failed', failure: 'timed-out', detail: '' });
  await close(service);
});

it('is cancelled from outside', async () => {
  const outcome = await measureNode('host', { ...CONTEXT, signal: AbortSignal.abort() });
  expect(outcome).toMatchObject({ kind: 'failed', failure: 'cancelled' });
});

it('turns a bug into a result', async () => {
  const outcome = await measureNode('link', { ...CONTEXT, hub: { url: 'not a URL' } });
  expect(outcome).toMatchObject({ kind: 'failed', failure: 'probe-error' });
});
