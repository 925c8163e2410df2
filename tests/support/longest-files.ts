/**
 * What takes longest, in this order. A clean clone has no record of it, and a file's size tells little: the longest of all is short
 * and would run last, one core idle beside it.
 */
export const LONGEST = [
  'renderer/gallery',
  'renderer/point-screens',
  'renderer/point-during',
  'renderer/province-screens',
  'renderer/province-reports',
  'renderer/province-wall',
  'renderer/people-screens',
  'renderer/checks/microphone/corpus',
  'renderer/checks/speaker/matched-filter',
  'electron/province/cli',
  'electron/point/command-line',
  'electron/point/link-command',
  'electron/province/migrate',
  'electron/province/killed-hub',
  'electron/province/console',
  'electron/province/api-commands',
  'electron/province/maintenance',
  'scripts/devices',
  'electron/province/report-kinds',
  'renderer/checks/sound-probes',
  'e2e/media-faults',
  'e2e/check-command',
  'e2e/first-start',
  'fault/point-killed',
  'e2e/help',
  'e2e/roll-call',
  'fault/faults',
  'e2e/during-meeting',
].map((name) => `tests/${name}.test.ts`);
