import { z } from 'zod';
import { attendanceRules, DEFAULT_ATTENDANCE_RULES } from '../attendance/rules.ts';
import { driftLimits } from '../baseline/limits.ts';
import { cameraLimits } from '../checks/camera/limits.ts';
import { encoderLimits } from '../checks/encoder/limits.ts';
import { hostLimits } from '../checks/host/limits.ts';
import { linkLimits } from '../checks/link/limits.ts';
import { microphoneLimits } from '../checks/microphone/limits.ts';
import { screenShareLimits } from '../checks/screen-share/limits.ts';
import { speakerLimits } from '../checks/speaker/limits.ts';
import { DEFAULT_HELP, helpTimes } from './help.ts';
import { DEFAULT_LINK_TESTS, linkTests } from './link-tests.ts';
import { manualItem } from './manual-item.ts';
import { DEFAULT_REMINDERS, reminderTimes } from './reminders.ts';
import { DEFAULT_RETENTION, retention } from './retention.ts';
import { DEFAULT_UPDATES, updateTimes } from './updates.ts';
import { DEFAULT_WEBHOOK_TRIES, webhookTries } from './webhook-tries.ts';

const minutes = z
  .number()
  .int()
  .min(0)
  .max(24 * 60);

/** Every number a verdict depends on. The province edits it; a verdict is stored with the version that judged it. */
export const policy = z.object({
  version: z.string().min(1).max(64),
  checks: z.object({
    camera: cameraLimits,
    microphone: microphoneLimits,
    speaker: speakerLimits,
    link: linkLimits,
    'screen-share': screenShareLimits,
    encoder: encoderLimits,
    host: hostLimits,
  }),
  drift: driftLimits,
  /** The longest a probe may take before its check is `unmeasured` (`timed-out`), milliseconds. */
  probeTimeoutMs: z.number().int().min(1000).max(60_000),
  timing: z.object({
    readinessWarnMinutesBefore: minutes,
    readinessFailMinutesBefore: minutes,
    leaderWarnMinutesBefore: minutes,
    leaderLateMinutesAfter: minutes,
    // Absent in policies from before these were kept.
    leaderAbsentMinutesAfter: minutes.default(15),
    technicianWarnMinutesBefore: minutes.default(60),
    technicianFailMinutesBefore: minutes.default(30),
  }),
  signIn: z.object({
    pinMinDigits: z.number().int().min(4).max(12),
    wrongPinsBeforeWait: z.number().int().min(1).max(20),
    waitSeconds: z.number().int().min(1).max(3600),
    /** Whether a first PIN takes a one-time code of the province's. A reset always does. Absent in older policies. */
    pinSetup: z.enum(['province-code', 'free']).default('province-code'),
    pinCodeHours: z.number().int().min(1).max(720).default(72),
  }),
  attendance: attendanceRules.default(DEFAULT_ATTENDANCE_RULES),
  checklist: z.array(manualItem).max(60),
  linkTests: linkTests.default(DEFAULT_LINK_TESTS),
  reminders: reminderTimes.default(DEFAULT_REMINDERS),
  webhooks: webhookTries.default(DEFAULT_WEBHOOK_TRIES),
  help: helpTimes.default(DEFAULT_HELP),
  retention: retention.default(DEFAULT_RETENTION),
  updates: updateTimes.default(DEFAULT_UPDATES),
});
export type Policy = z.infer<typeof policy>;
