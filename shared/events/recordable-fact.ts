import { z } from 'zod';
import { correction } from './correction.ts';
import { explanationGiven } from './explanation-facts.ts';
import { incidentOpened, incidentResolved, incidentUpdated } from './incident-facts.ts';
import { ended, leftEarly, seatLeft, seatReturned, technicianOnDuty } from './presence-facts.ts';
import { personProposed } from './roster-facts.ts';

/** What a person at the point writes down as it happens. A sign-in is not among it: that takes a PIN. */
export const recordableFact = z.discriminatedUnion('type', [
  seatLeft,
  seatReturned,
  leftEarly,
  ended,
  technicianOnDuty,
  incidentOpened,
  incidentUpdated,
  incidentResolved,
  explanationGiven,
  correction,
  personProposed,
]);
export type RecordableFact = z.infer<typeof recordableFact>;
