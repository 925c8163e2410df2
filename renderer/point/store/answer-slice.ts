import { type PlayedSpeaker, speakerMeasurement } from '../../../shared/checks/speaker/measurement.ts';
import { checkRunOf } from '../../checks/check-run.ts';
import { policyOf } from '../selectors.ts';
import type { SessionOutcome } from '../session-outcome.ts';
import type { ChecksSlice } from './checks-slice.ts';
import type { RecordSlice } from './record-slice.ts';
import type { SliceOf } from './slice.ts';

export interface AnswerSlice {
  /**
   * Records whether the person heard the speaker, as a run of that check alone with the same measurement and the answer in
   * it; what was filed before stays. Does nothing while something is measured or saved, or when nothing was played.
   */
  readonly answerHeard: (heard: boolean) => Promise<void>;
}

export const answerSlice: SliceOf<AnswerSlice, ChecksSlice & RecordSlice> = (world) => (set, get) => ({
  async answerHeard(humanHeard) {
    const { outcomes, activity, filing, point, unfiled, fileAgain } = get();
    const played = playedOf(outcomes.speaker);
    // In the order things happened: the run that measured is filed before the answer to it.
    const busy = Object.keys(activity).length > 0 || filing.kind === 'saving';
    if (!outcomes.speaker || !played || busy || played.humanHeard === humanHeard) return;
    const at = world.now();
    const measurement = { ...played, humanHeard };
    const answered: SessionOutcome = { ...outcomes.speaker, outcome: { kind: 'measured', measurement }, at };
    const { meetingId, before } = answered;
    const facts = { runId: world.newId(), meetingId, trigger: 'person', startedAt: at, durationMs: 0 } as const;
    const meeting = point?.feed?.meetings.find(({ id }) => id === meetingId) ?? null;
    const run = checkRunOf(facts, [answered], policyOf(point, meeting), before ? { speaker: before } : {});
    set({ outcomes: { ...outcomes, speaker: answered }, unfiled: [...unfiled, run] });
    await fileAgain();
  },
});

/** The measurement of a test sound that was played; null when none was. */
export function playedOf(outcome: SessionOutcome | undefined): PlayedSpeaker | null {
  if (outcome?.outcome.kind !== 'measured') return null;
  const parsed = speakerMeasurement.safeParse(outcome.outcome.measurement);
  return parsed.success && parsed.data.played ? parsed.data : null;
}
