import type { correction as vi } from '../vi/correction.ts';

export const correction: typeof vi = {
  about: 'The original stays readable; the correction names who made it and why.',
  what: 'What is right',
  kinds: {
    withdrawn: 'It did not happen (recorded by mistake)',
    moment: 'It happened, but at another moment',
    fact: 'It was something else, or is told wrongly',
  },
  at: 'When it was (date, time)',
  badMoment: 'Give a date and time that have passed, as in 31/01/2026 08:20.',
  instead: 'What it was',
  note: 'Note (optional)',
  words: 'The right words',
  open: 'Correct',
  openOf: 'Correct: {{what}}',
  reason: 'Reason for the correction',
  save: 'Save the correction',
  reopen: 'Take the close back',
  became: {
    withdrawn: 'Taken back: {{what}}',
    moment: '{{what}}: it was at {{time}}',
    fact: '{{what}}: it was {{instead}} at {{time}}',
  },
  effects: {
    applied: 'in effect',
    superseded: 'another correction prevails',
    withdrawn: 'taken back',
    proposed: 'the point asks, the province decides',
    'no-such-entry': 'the original has not arrived',
  },
};
