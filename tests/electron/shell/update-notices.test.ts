import { expect, test } from 'vitest';
import type { Notice } from '../../../electron/shell/reminders-rounds.ts';
import { updateNotices } from '../../../electron/shell/updates/update-notices.ts';
import { createTranslator } from '../../../shared/strings/translator.ts';
import type { UpdateState } from '../../../shared/updates/state.ts';

const AT = Date.UTC(2026, 0, 31, 2, 0);

function ready(waiting: Extract<UpdateState, { kind: 'ready' }>['waiting']): UpdateState {
  return { kind: 'ready', version: '0.2.0', notes: null, waiting, mayPostpone: true };
}

test('an update that is about to come is told once, taken back when put off, and told again', () => {
  const told: Notice[] = [];
  const withdrawn: string[] = [];
  const look = updateNotices({
    translator: () => createTranslator('vi'),
    notify: (notice) => told.push(notice),
    withdraw: (key) => withdrawn.push(key),
  });
  look({ kind: 'fetching', version: '0.2.0', fraction: 0.5 });
  look(ready({ why: 'notice', until: AT }));
  look(ready({ why: 'notice', until: AT }));
  expect(told).toEqual([
    {
      key: 'update',
      title: 'Phiên bản 0.2.0 đã tải xong và đúng chữ ký.',
      body: 'Máy tự cài lúc 09:00, mất chừng một phút.',
    },
  ]);
  look(ready({ why: 'postponed', until: AT + 86_400_000 }));
  expect(withdrawn).toEqual(['update']);
  look(ready({ why: 'notice', until: AT + 87_000_000 }));
  expect(told).toHaveLength(2);
  // Near a meeting nothing is about to come.
  look(ready({ why: 'meeting', until: AT }));
  expect([told.length, withdrawn.length]).toEqual([2, 2]);
});
