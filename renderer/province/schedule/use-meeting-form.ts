import { useState } from 'react';
import type { MeetingFacts } from '../../../shared/meeting/meeting.ts';
import { type FormField, factsOfForm, type MeetingForm } from './form.ts';

const NONE: ReadonlySet<FormField> = new Set();
const PASSED: ReadonlySet<FormField> = new Set(['passed']);

/**
 * The fields of a meeting. Faults show once it was tried to save them, and go as they are mended. A start that is over is asked
 * about once, since every point would be late for it at once: who saves it again meant it.
 */
export function useMeetingForm(first: () => MeetingForm): {
  readonly form: MeetingForm;
  readonly faults: ReadonlySet<FormField>;
  readonly change: (part: Partial<MeetingForm>) => void;
  /** What the fields say; null where some are at fault, which then show. */
  readonly read: () => MeetingFacts | null;
} {
  const [form, setForm] = useState(first);
  const [tried, setTried] = useState(false);
  const [before] = useState(() => factsOfForm(form));
  const [askedOf, setAskedOf] = useState<number | null>(null);
  const answer = factsOfForm(form);
  return {
    form,
    faults:
      tried && 'faults' in answer
        ? answer.faults
        : 'facts' in answer && answer.facts.startsAt === askedOf
          ? PASSED
          : NONE,
    change: (part) => setForm({ ...form, ...part }),
    read() {
      setTried(true);
      if (!('facts' in answer)) return null;
      const { startsAt } = answer.facts;
      const unchanged = 'facts' in before && before.facts.startsAt === startsAt;
      if (startsAt > Date.now() || unchanged || askedOf === startsAt) return answer.facts;
      setAskedOf(startsAt);
      return null;
    },
  };
}
