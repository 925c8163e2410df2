import type { Page } from 'playwright-core';
import type { AppInfo } from '../../../shared/ipc-contract.ts';
import type { PointState } from '../../../shared/point-state.ts';

/** Answers by request name instead of the usual ones. */
export type Answers = Readonly<Record<string, unknown>>;

/**
 * Puts a main process into the page that answers from `state` and keeps what was asked in `window.asked`. It records
 * nothing: the journal has tests of its own. `window.tell(name, value)` sends a notice.
 */
export async function fakeBridge(page: Page, info: AppInfo, state: PointState, answers: Answers = {}): Promise<void> {
  await page.addInitScript(
    ({ info, state, answers }) => {
      const listeners: [string, (value: unknown) => void][] = [];
      const asked: [string, unknown][] = [];
      const saved = { seq: 30, hash: 'x'.repeat(43), at: Date.now() };
      const usual: Record<string, unknown> = {
        'app:info': info,
        'point:state': state,
        'point:sync': state,
        'update:state': { kind: 'none' },
        'checks:measure': { kind: 'failed', failure: 'timed-out', detail: '' },
        'checks:file': saved,
        'checklist:answer': saved,
        'leader:pin-state': { set: true, waitMs: 0 },
        'leader:sign-in': saved,
      };
      Object.assign(window, {
        asked,
        tell: (name: string, value: unknown) => {
          for (const [of, listener] of listeners) if (of === name) listener(value);
        },
        diemCau: {
          appearance: 'system',
          async request(name: string, args: unknown) {
            asked.push([name, args]);
            return answers[name] ?? { ok: true, value: usual[name] ?? null };
          },
          onNotice(name: string, listener: (value: unknown) => void) {
            listeners.push([name, listener]);
            return () => {};
          },
        },
      });
    },
    { info, state, answers },
  );
}
