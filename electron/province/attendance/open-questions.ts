import { journalEntry } from '../../../shared/events/journal-entry.ts';
import type { ExplanationAsked } from '../../../shared/protocol/feed.ts';
import { payloadOf } from '../../crypto/signed-line.ts';
import { listPointLines } from '../db/entries.ts';
import { listQuestions } from '../db/rulings.ts';
import type { Db } from '../db/schema.ts';

/** A question older than that is no longer asked in the app; it stays in the record. */
const ASKED_FOR_MS = 60 * 24 * 60 * 60_000;
const MOST = 100;

/** What the province asked a point to explain and has no answer to, the oldest first. */
export async function openQuestions(db: Db, point: string, now: number): Promise<ExplanationAsked[]> {
  const questions = await listQuestions(db, point, now - ASKED_FOR_MS);
  const meetings = [...new Set(questions.map(({ meetingId }) => meetingId))];
  const lines = await listPointLines(db, point, 'explanation-given', meetings);
  const answered = new Set(
    lines.map(({ jws }) => {
      const { event } = journalEntry.parse(payloadOf(jws));
      return event.type === 'explanation-given' ? event.requestId : null;
    }),
  );
  return questions
    .flatMap(({ id, meetingId, at, ruling }) =>
      ruling.type === 'explanation-requested' && !answered.has(id)
        ? [{ id, meetingId, question: ruling.reason, about: ruling.of, at, dueAt: ruling.dueAt }]
        : [],
    )
    .slice(0, MOST);
}
