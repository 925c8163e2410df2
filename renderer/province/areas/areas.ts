import type { Area } from '../shell/area.tsx';
import { adminArea } from './admin.ts';
import { meetingsArea } from './meetings.ts';
import { pointsArea } from './points.ts';
import { reportsArea } from './reports.ts';

/** The navigation, in its order. A screen is added by a line in the file of its area. */
export const AREAS: readonly Area[] = [meetingsArea, pointsArea, reportsArea, adminArea];
