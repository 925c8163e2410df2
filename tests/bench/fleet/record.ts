import { randomUUID } from 'node:crypto';
import { CHECK_IDS } from '../../../shared/checks/check-id.ts';
import type { JournalEvent } from '../../../shared/events/journal-event.ts';

export const MEETING = 'hop-toan-quoc';

/** What a point sends of one meeting, as it comes to it: its check with what was answered, the leader, the presence. */
export function meetingRecord(): readonly (readonly JournalEvent[])[] {
  const meetingId = MEETING;
  const answers = ['power', 'backup-line', 'room', 'documents', 'light'].map(
    (itemId) => ({ type: 'manual-answer', meetingId, itemId, answer: 'yes', note: '' }) as const,
  );
  const person = { id: 'chu-tich', fullName: 'Đại biểu mẫu', title: 'Chủ tịch UBND xã' };
  return [
    [checkRun(), ...answers],
    [
      { type: 'leader-signed-in', meetingId, person, designatedPersonId: 'chu-tich', substitution: null },
      { type: 'technician-on-duty', meetingId, fullName: 'Kỹ thuật viên mẫu', phone: '0260000000' },
    ],
    [
      { type: 'seat-left', meetingId, note: '' },
      { type: 'seat-returned', meetingId, note: '' },
    ],
  ];
}

function checkRun(): JournalEvent {
  const measured = { samples: 300, medianMs: 12.4, worstMs: 31.9, device: 'USB 2.0 Camera', ratio: 0.981 };
  return {
    type: 'check-run',
    runId: randomUUID(),
    meetingId: MEETING,
    policyVersion: 'default-1',
    trigger: 'person',
    startedAt: 0,
    durationMs: 41_000,
    overall: 'ready',
    results: CHECK_IDS.map((id) => ({
      ...({ id, verdict: 'pass', reason: 'ok', values: {}, findings: [] } as const),
      ...{ measurement: { ...measured }, durationMs: 4000 },
    })),
  };
}
