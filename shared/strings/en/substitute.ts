import type { substitute as vi } from '../vi/substitute.ts';

export const substitute: typeof vi = {
  documentDate: 'Date of the document',
  dateHint: 'day/month/year',
  badDate: 'Enter a date as 30/01/2026.',
  scope: 'Scope of the authorisation',
  scopeOf: 'The meeting “{{title}}” on {{date}}',
  authorised: 'Authorised person: {{name}}, {{title}}',
  deputyNeedsApproval:
    'The invitation asks for the head: a deputy needs the chair’s approval. Signing in works at once.',
  needsApproval: 'The authorisation counts once the province records the chair’s approval. Signing in works at once.',
  more: 'The chair has approved; picture of the document (optional)',
  moreNeeded: 'The chair’s approval (needed: write it down now if given); picture of the document',
  approver: 'Who approved',
  approvedAt: 'When',
  approvedAtHint: '07:30, or day and time',
  badMoment: 'Enter a time as 07:30, or day and time, not in the future.',
  channel: 'By what channel',
  channels: {
    'in-person': 'In person',
    phone: 'Telephone',
    document: 'Document',
    message: 'Message',
    other: 'Otherwise',
  },
  attach: 'Choose a picture or PDF of the document',
  attachNotice:
    'Photograph the document only, no people. Place and time within the picture are removed. At most {{limit, number}} MB.',
  attached: 'The file is kept ({{size}} KB)',
  remove: 'Remove the file',
};
