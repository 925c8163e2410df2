import type { nav as vi } from '../vi/nav.ts';

export const nav: typeof vi = {
  label: 'Main navigation',
  skip: 'To the content',
  sections: 'Sections of {{area}}',
  areas: { meetings: 'Meetings', points: 'Points', reports: 'Reports', admin: 'Administration' },
  points: { list: 'All points' },
  pointTabs: { label: 'See the point', roster: 'Leaders' },
};
