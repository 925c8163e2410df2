import type { nav as vi } from '../vi/nav.ts';

export const nav: typeof vi = {
  label: 'Main navigation',
  skip: 'To the content',
  sections: 'Sections of {{area}}',
  areas: { meetings: 'Meetings', points: 'Points', reports: 'Reports', admin: 'Administration' },
  points: { list: 'All points', enrolment: 'Enrolment codes' },
  admin: {
    policy: 'Limits',
    checklist: 'Checklist',
    accounts: 'Accounts',
    audit: 'Audit log',
    backup: 'Back-ups, retention',
    updates: 'Updates',
  },
  pointTabs: { label: 'See the point', roster: 'Leaders', manage: 'Details and devices' },
};
