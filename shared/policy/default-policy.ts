import { DEFAULT_ATTENDANCE_RULES } from '../attendance/rules.ts';
import { DEFAULT_CHECKLIST } from './default-checklist.ts';
import { DEFAULT_HELP } from './help.ts';
import { DEFAULT_LINK_TESTS } from './link-tests.ts';
import type { Policy } from './policy.ts';
import { DEFAULT_REMINDERS } from './reminders.ts';
import { DEFAULT_RETENTION } from './retention.ts';
import { DEFAULT_UPDATES } from './updates.ts';
import { DEFAULT_WEBHOOK_TRIES } from './webhook-tries.ts';

/** What a province starts with; `DOMAIN` names the source of each number. The province edits its own copy. */
export const DEFAULT_POLICY: Policy = {
  version: 'default-1',
  checks: {
    camera: {
      warnBelowWidth: 1280,
      warnBelowHeight: 720,
      warnBelowFps: 24,
      blackUpToLumaP95: 24,
      darkBelowLumaP50: 40,
      brightAboveLumaP50: 235,
      // No live camera gives the same frame for so long: at 5 fps that would be eight in a row.
      frozenAfterMs: 1500,
      // Cameras that overheat or lose their USB power show it only after some seconds.
      holdMs: 6000,
      // Half of what is asked of the average: a busy computer's hiccup of half a second is not the camera's fault.
      warnBelowFpsWorstSecond: 12,
      // Of two cores, one at its end: frames are lost on their way through it, and nobody can say that it was the camera.
      saturatedFromCpuPct: 50,
      // An encoder redraws a frozen picture by less than any gesture changes it …
      frozenUpToMovement: 4,
      // … and leaves it alone in between, where the least noise of a live sensor shows in every block.
      frozenBelowNoise: 0.2,
      // A cloth over the lens leaves up to 2 of its shade; the dimmest room in which a person can be made out, 3.5.
      flatBelowStructure: 2.6,
      // The softest webcam photograph in the corpus has 0.33, a document camera truly out of focus 0.17.
      blurredBelowSharpness: 0.26,
      // Nearly white behind, a shadow in front. A dark suit before a white wall (about 215) is no backlight.
      backlightBelowCentreLuma: 75,
      backlightFromSurroundLuma: 228,
    },
    microphone: {
      warnSpeechBelowDbfs: -40,
      warnSnrBelowDb: 15,
      warnNoiseAboveDbfs: -45,
      warnClippingRunsPerSecond: 1,
      warnClippedStretchesFrom: 3,
      warnHumAboveDbfs: -55,
      warnDropoutsPerSecond: 0.5,
      saturatedFromCpuPct: 90,
      warnDcOffsetAbove: 0.05,
      warnChannelsApartDb: 30,
    },
    speaker: { heardFromCorrelation: 0.1 },
    link: {
      uploadMbps: { warnBelow: 4, failBelow: 1.5 },
      downloadMbps: { warnBelow: 4, failBelow: 2 },
      // Single-layer video of these sizes: 2.5 and 4 Mbps.
      mediaMbps: 2.5,
      profiles: {
        '720p': {
          uploadMbps: { warnBelow: 4, failBelow: 1.5 },
          downloadMbps: { warnBelow: 4, failBelow: 2 },
          mediaMbps: 2.5,
        },
        '1080p': {
          uploadMbps: { warnBelow: 4, failBelow: 3 },
          downloadMbps: { warnBelow: 6, failBelow: 2.5 },
          mediaMbps: 4,
        },
      },
      rttMs: { warnAbove: 100, failAbove: 300 },
      // A full line may be slow, but not so slow that a call on it would be unusable.
      loadedRttMs: { warnAbove: 300 },
      jitterMs: { warnAbove: 30, failAbove: 50 },
      lossPct: { warnAbove: 1, failAbove: 3, minPackets: 100 },
      // G.109: below R 70 many users are dissatisfied, below R 60 nearly all; that is MOS 3.6 and 3.1.
      audioMos: { warnBelow: 3.6, failBelow: 3.1 },
      clockOffsetSeconds: { warnAbove: 30, failAbove: 120 },
      wiredAdvised: true,
      wifiSignalPct: { warnBelow: 50 },
    },
    'screen-share': {
      warnBelowHeight: 720,
      warnBelowFps: 5,
      blackUpToLumaMax: 24,
      warnBelowStrokeContrast: 0.35,
      textBitrateMbps: 1.5,
      warnTextAfterSeconds: 2,
    },
    encoder: {
      width: 1280,
      height: 720,
      fps: 30,
      bitrateMbps: 2.5,
      warnBelowShare: 0.8,
      failBelowShare: 0.5,
      saturatedFromCpuPct: 90,
    },
    host: { warnDiskFreeBelowGiB: 2, warnMemoryAvailableBelowGiB: 1, warnCpuAbovePct: 85, mainsPowerRequired: false },
  },
  drift: { fpsBelowShare: 0.75, rateBelowShare: 0.5, memoryBelowShare: 0.75, speechByDb: 10 },
  probeTimeoutMs: 20_000,
  timing: {
    readinessWarnMinutesBefore: 30,
    readinessFailMinutesBefore: 15,
    leaderWarnMinutesBefore: 10,
    leaderLateMinutesAfter: 5,
    leaderAbsentMinutesAfter: 15,
    technicianWarnMinutesBefore: 60,
    technicianFailMinutesBefore: 30,
  },
  signIn: { pinMinDigits: 6, wrongPinsBeforeWait: 5, waitSeconds: 60, pinSetup: 'province-code', pinCodeHours: 72 },
  attendance: DEFAULT_ATTENDANCE_RULES,
  checklist: DEFAULT_CHECKLIST,
  linkTests: DEFAULT_LINK_TESTS,
  reminders: DEFAULT_REMINDERS,
  webhooks: DEFAULT_WEBHOOK_TRIES,
  help: DEFAULT_HELP,
  retention: DEFAULT_RETENTION,
  updates: DEFAULT_UPDATES,
};
