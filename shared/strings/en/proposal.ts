import type { proposal as vi } from '../vi/proposal.ts';

export const proposal: typeof vi = {
  open: 'Somebody missing or wrong? Propose a change to the list',
  title: 'Propose a change to the list of leaders',
  about:
    'The province keeps the list. What you propose is recorded at once and sent when there is a line; the list changes when the province accepts.',
  what: 'Proposal',
  whom: 'About',
  reason: 'Reason, basis',
  by: 'Proposed by',
  send: 'Record and send',
  sent: 'The proposal is recorded. The province decides.',
  mine: 'What was proposed',
  answers: { waiting: 'The province decides', accepted: 'The province accepted', refused: 'The province refused' },
  answerTo: '{{kind}}: {{name}}',
};
