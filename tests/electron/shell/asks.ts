import type { Ask } from '../../../shared/protocol/wall.ts';
import { NOW } from '../../renderer/support/point-states.ts';

/** What a province asks. */
export const RECHECK: Ask = {
  id: 'a1',
  meetingId: 'm1',
  point: '21553',
  kind: 'recheck',
  check: 'microphone',
  text: 'Tiếng bị rè',
  by: 'truc',
  at: NOW,
  expiresAt: NOW + 600_000,
  state: 'pending',
  stateAt: NOW,
};

export const NOTE: Ask = { ...RECHECK, id: 'a2', kind: 'note', check: null, text: 'Nhờ bật thêm đèn.' };
