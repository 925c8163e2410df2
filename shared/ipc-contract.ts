import { z } from 'zod';
import { APPEARANCES } from './appearance.ts';
import { CHECK_IDS, NODE_CHECK_IDS } from './checks/check-id.ts';
import { cpuTimes } from './checks/cpu-times.ts';
import { linkSample, linkWaiting } from './checks/link/live.ts';
import { probeOutcome } from './checks/probe-outcome.ts';
import { appError } from './error-schema.ts';
import { attachmentRef } from './events/authorisation.ts';
import { checkRun, manualAnswer } from './events/event.ts';
import { substitution } from './events/leader-signed-in.ts';
import { recordableFact } from './events/recordable-fact.ts';
import { pastCheck } from './history/past-check.ts';
import type { RequestName } from './ipc-names.ts';
import { launchMode, pointState, saved } from './point-state.ts';
import { askAnswer } from './protocol/point-help.ts';
import { supportPlaces } from './support-places.ts';
import { updateState } from './updates/state.ts';

const nothing = z.object({});
const done = z.null();
export const locale = z.enum(['vi', 'en']);
export type Locale = z.infer<typeof locale>;

export const deviceKind = z.enum(['camera', 'microphone', 'speaker']);
export type DeviceKind = z.infer<typeof deviceKind>;
export const deviceChoice = z.object({ id: z.string().max(200), label: z.string().max(300) });

const appInfo = z.object({
  role: z.enum(['point', 'province']),
  version: z.string(),
  locale,
  mode: launchMode,
  /** False where the operating system offers no key store: the device key then lies in a file of this user. */
  keyProtected: z.boolean(),
  devices: z.partialRecord(deviceKind, deviceChoice),
  /** The province's address as the installer left it; null where it left none. */
  hubAddress: z.string().nullable().default(null),
  /** Whether what this machine is was chosen here, and may be chosen again while it is not enrolled. */
  roleIsChosen: z.boolean().default(false),
  /** Epoch ms of the last failure of this software that nobody has answered yet; null where there is none. */
  lastCrashAt: z.number().nullable().default(null),
});
export type AppInfo = z.infer<typeof appInfo>;

/** `codeNeeded`: a first PIN takes the province's one-time code. A reset always does. */
const pinState = z.object({
  set: z.boolean(),
  waitMs: z.number().nonnegative(),
  codeNeeded: z.boolean().default(false),
});

/**
 * Every request the window may make of the main process: the arguments it takes and the value of its `Result`.
 * Preload, handlers and the renderer's client all derive from this table.
 */
export const REQUESTS = {
  'app:info': { args: nothing, value: appInfo },
  /** Starts again with the question what this machine is. Only before enrolment. */
  'app:choose-role-again': { args: nothing, value: done },
  'app:set-locale': { args: z.object({ locale }), value: done },
  'app:set-appearance': { args: z.object({ appearance: z.enum(APPEARANCES) }), value: done },
  'devices:choose': { args: z.object({ kind: deviceKind, choice: deviceChoice }), value: done },
  'point:state': { args: nothing, value: pointState },
  'point:enrol': { args: z.object({ code: z.string().max(2000) }), value: pointState },
  'point:sync': { args: nothing, value: pointState },
  'checks:measure': { args: z.object({ runId: z.uuid(), id: z.enum(NODE_CHECK_IDS) }), value: probeOutcome },
  'checks:cancel': { args: z.object({ runId: z.uuid(), id: z.enum(NODE_CHECK_IDS) }), value: done },
  /** How busy this machine was is the difference of two answers. */
  'checks:cpu-times': { args: nothing, value: cpuTimes },
  'checks:file': { args: checkRun.omit({ type: true }), value: saved },
  'checklist:answer': { args: manualAnswer.omit({ type: true }), value: saved },
  'leader:pin-state': { args: z.object({ personId: z.string().max(64) }), value: pinState },
  /** `code`: the province's, eight digits as they were typed. Only with it is a PIN replaced. */
  'leader:set-pin': {
    args: z.object({ personId: z.string().max(64), pin: z.string().max(20), code: z.string().max(40).optional() }),
    value: done,
  },
  'leader:sign-in': {
    args: z.object({
      meetingId: z.string().max(64),
      personId: z.string().max(64),
      pin: z.string().max(20),
      substitution: substitution.nullable(),
    }),
    value: saved,
  },
  /** Keeps the photo or PDF of a letter on this machine; the sign-in then refers to it. */
  'attachment:keep': { args: z.object({ bytes: z.instanceof(Uint8Array) }), value: attachmentRef },
  /** Writes down what happens in a meeting: the seat, incidents, explanations, corrections. */
  'meeting:record': { args: recordableFact, value: saved },
  /** Answers what the province asked of this point. */
  'help:answer': { args: z.object({ id: z.string().max(64) }).extend(askAnswer.shape), value: done },
  /** Which checks run here now; the province is told. */
  'help:running': {
    args: z.object({ meetingId: z.string().max(64).nullable(), checks: z.array(z.enum(CHECK_IDS)) }),
    value: done,
  },
  /** Asks where to and writes the record of the meeting there; false when the person changed their mind. */
  'minutes:save': { args: z.object({ meetingId: z.string().max(64) }), value: z.boolean() },
  /** The point's past check runs, the newest last. */
  'history:checks': { args: nothing, value: z.array(pastCheck) },
  /** Writes one file for whoever helps, where the person says; null where they changed their mind. */
  'support:export': { args: z.object({ withPeople: z.boolean() }), value: z.object({ path: z.string() }).nullable() },
  /** What a person tells whoever helps when nothing else can be shown. */
  'support:places': { args: nothing, value: supportPlaces },
  /** A screen could not be drawn: what kind of error, and where in the code. */
  'crash:keep': {
    args: z.object({ name: z.string().max(60), frames: z.array(z.string().max(300)).max(8) }),
    value: done,
  },
  /** The person has answered what was said of the last failure. */
  'crash:seen': { args: nothing, value: done },
  /** The reminder of this key is to come back later: the system's notification too. */
  'reminders:snooze': { args: z.object({ key: z.string().max(200) }), value: done },
  'update:state': { args: nothing, value: updateState },
  /** The technician wants what lies ready now, or later. */
  'update:install': { args: nothing, value: done },
  'update:postpone': { args: nothing, value: done },
  /** An unattended run is over: main writes its document and ends. */
  'unattended:finished': { args: checkRun.omit({ type: true }), value: done },
} as const satisfies Record<RequestName, { readonly args: z.ZodType; readonly value: z.ZodType }>;

/** What the main process tells the window without being asked. */
export const NOTICES = {
  'point:changed': pointState,
  'update:changed': updateState,
  /** The person asked for the check in the tray. */
  'checks:asked': nothing,
  'checks:progress': z.object({
    runId: z.uuid(),
    id: z.enum(CHECK_IDS),
    fraction: z.number().min(0).max(1),
    /** The link's newest moments since the notice before. */
    samples: z.array(linkSample).max(2000).optional(),
    /** The link's place in the queue; null when its turn has come, absent when nothing changed. */
    waiting: linkWaiting.nullable().optional(),
  }),
} as const satisfies Record<string, z.ZodType>;

export type RequestArgs<Name extends RequestName> = z.infer<(typeof REQUESTS)[Name]['args']>;
export type RequestValue<Name extends RequestName> = z.infer<(typeof REQUESTS)[Name]['value']>;
export type NoticeName = keyof typeof NOTICES;
export type NoticeValue<Name extends NoticeName> = z.infer<(typeof NOTICES)[Name]>;

/** How a `Result` travels. */
export function resultOf<Value extends z.ZodType>(value: Value) {
  return z.discriminatedUnion('ok', [
    z.object({ ok: z.literal(true), value }),
    z.object({ ok: z.literal(false), error: appError }),
  ]);
}
