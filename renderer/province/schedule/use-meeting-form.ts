import { useState } from 'react';
import type { MeetingFacts } from '../../../shared/meeting/meeting.ts';
import { type FormField, factsOfForm, type MeetingForm } from './form.ts';

const NONE: ReadonlySet<FormField> = new Set();

/** The fields of a meeting. Faults show once it was tried to save them, and go as they are mended. */
export function useMeetingForm(first: () => MeetingForm): {
  readonly form: MeetingForm;
  readonly faults: ReadonlySet<FormField>;
  readonly change: (part: Partial<MeetingForm>) => void;
  /** What the fields say; null where some are at fault, which then show. */
  readonly read: () => MeetingFacts | null;
} {
  const [form, setForm] = useState(first);
  const [tried, setTried] = useState(false);
  const answer = factsOfForm(form);
  return {
    form,
    faults: tried && 'faults' in answer ? answer.faults : NONE,
    change: (part) => setForm({ ...form, ...part }),
    read() {
      setTried(true);
      return 'facts' in answer ? answer.facts : null;
    },
  };
}
