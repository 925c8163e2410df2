import { z } from 'zod';
import { correction } from './correction.ts';
import { checkRun, enrolled, manualAnswer } from './event.ts';
import { explanationGiven } from './explanation-facts.ts';
import { incidentOpened, incidentResolved, incidentUpdated } from './incident-facts.ts';
import { leaderSignedIn } from './leader-signed-in.ts';
import { pinSet } from './pin-set.ts';
import { ended, leftEarly, seatLeft, seatReturned, technicianOnDuty } from './presence-facts.ts';
import { personProposed } from './roster-facts.ts';

/** A fact the point records. Facts are only ever added; a correction is a new event. */
export const journalEvent = z.discriminatedUnion('type', [
  enrolled,
  checkRun,
  manualAnswer,
  leaderSignedIn,
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
  pinSet,
]);
export type JournalEvent = z.infer<typeof journalEvent>;

/** What attendance is told by: facts of one meeting. */
export const attendanceFact = z.discriminatedUnion('type', [
  leaderSignedIn,
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
]);
export type AttendanceFact = z.infer<typeof attendanceFact>;
