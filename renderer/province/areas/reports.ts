import type { Area } from '../shell/area.tsx';

/** What is pulled from what was recorded. */
export const reportsArea: Area = {
  label: 'nav.areas.reports',
  sections: [],
};
