import { integrateSections } from '../integrate/sections.ts';
import type { Area } from '../shell/area.tsx';

/** What keeps the province running: limits, accounts, other systems, the store itself. */
export const adminArea: Area = {
  label: 'nav.areas.admin',
  sections: [...integrateSections],
};
