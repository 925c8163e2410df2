export const MINUTE = 60_000;
export const START = Date.UTC(2026, 0, 31, 1, 0);

/** Nothing done yet for a meeting of two hours. */
export const FACTS = {
  meeting: { id: 'm1', startsAt: START, expectedEndsAt: START + 120 * MINUTE, status: 'scheduled' },
  checkDone: false,
  leaderSeated: false,
} as const;
