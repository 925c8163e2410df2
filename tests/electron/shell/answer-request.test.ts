import { describe, expect, it, vi } from 'vitest';
import { answerRequest, fittingNotice, type RequestHandlers } from '../../../electron/shell/answer-request.ts';
import { ok } from '../../../shared/result.ts';
import { FRESH } from '../../renderer/support/point-states.ts';

const FRAME = { url: 'app://point/point.html', parent: null };

/** Asks for the point's state, of a main process that answers with `value`. */
async function asked(value: unknown) {
  const onBug = vi.fn();
  const handlers = { 'point:state': () => ok(value) } as unknown as RequestHandlers;
  const answer = await answerRequest(
    'point:state',
    handlers,
    { origin: 'app://point', onBug },
    { frame: FRAME, raw: {} },
  );
  return { answer, told: onBug.mock.calls.map(([name, error]) => `${name}: ${error.message}`) };
}

describe('what crosses to the window is what the contract promises', () => {
  it('an answer that fits goes through, without what nobody promised', async () => {
    const { answer, told } = await asked({ ...FRESH, secret: 'key' });
    expect(answer).toEqual(ok(FRESH));
    expect(told).toEqual([]);
  });

  it('one that does not is a fault of the software, told by its places and not by what stands there', async () => {
    const { answer, told } = await asked({ ...FRESH, sync: 'Nguyễn Văn Bình' });
    expect(answer).toMatchObject({ ok: false, error: { code: 'internal' } });
    expect(told).toEqual(['point:state: the answer does not fit: sync (invalid_type)']);
  });

  it('so it is with what is told without being asked', () => {
    const onMisfit = vi.fn();
    const told = { runId: crypto.randomUUID(), id: 'link' as const, fraction: 0.1 };
    const gossip = { ...told, samples: [{ phase: 'gossip', atMs: 20 }] };
    expect(fittingNotice('checks:progress', told, onMisfit)).toEqual(told);
    expect(onMisfit).not.toHaveBeenCalled();
    expect(fittingNotice('checks:progress', gossip as unknown as typeof told, onMisfit)).toBeNull();
    expect(onMisfit).toHaveBeenCalledOnce();
    expect(onMisfit.mock.calls[0]?.[0]).toContain('samples.0.phase');
  });
});
