/**
 * What the machine must provide, and which Debian package brings it. Need is judged by the thing itself (a library, a
 * command), so that a desktop which has it from elsewhere is left alone. Newer releases renamed some packages (`…t64`):
 * the first name the machine's archive knows is taken.
 *
 * @typedef {{ packages: string[], library?: string, command?: string[], program?: [string, string], file?: string, wanted?: true }} Need
 *   `library`: a soname · `command`: any of these on PATH · `program`: a path below any version in the folder · `file`: this file ·
 *   `wanted`: loaded only when present; installed along with the others, never demanded by itself
 */

/** Libraries of the Electron binary. @type {Need[]} */
const electron = [
  { packages: ['libgtk-3-0t64', 'libgtk-3-0'], library: 'libgtk-3.so.0' },
  { packages: ['libnss3'], library: 'libnss3.so' },
  { packages: ['libgbm1'], library: 'libgbm.so.1' },
  { packages: ['libasound2t64', 'libasound2'], library: 'libasound.so.2' },
  { packages: ['libatk-bridge2.0-0t64', 'libatk-bridge2.0-0'], library: 'libatk-bridge-2.0.so.0' },
  { packages: ['libxss1'], library: 'libXss.so.1', wanted: true },
  { packages: ['libnotify4'], library: 'libnotify.so.4', wanted: true },
  { packages: ['libxtst6'], library: 'libXtst.so.6', wanted: true },
  { packages: ['libsecret-1-0'], library: 'libsecret-1.so.0', wanted: true },
];

/** A screen where there is none. @type {Need[]} */
const display = [{ packages: ['xvfb'], command: ['Xvfb'] }];

/** Real devices, a real browser and a real database for the tests. @type {Need[]} */
const tests = [
  { packages: ['pulseaudio'], command: ['pulseaudio'] },
  { packages: ['pulseaudio-utils'], command: ['pactl'] },
  { packages: ['ffmpeg'], command: ['ffmpeg'] },
  { packages: ['espeak-ng'], command: ['espeak-ng'] },
  { packages: ['poppler-utils'], command: ['pdftotext'] },
  { packages: ['chromium', 'chromium-browser'], command: ['chromium', 'chromium-browser', 'google-chrome'] },
  // The client alone makes the folder too.
  { packages: ['postgresql'], program: ['/usr/lib/postgresql', 'bin/initdb'] },
  { packages: ['gcc'], command: ['gcc'], wanted: true },
  { packages: ['libc6-dev'], file: '/usr/include/stdio.h', wanted: true },
  { packages: ['iproute2'], command: ['ip'], wanted: true },
];

/** Programs that read a report back, for its bench. @type {Need[]} */
const reports = [
  { packages: ['libreoffice-calc'], command: ['soffice'] },
  { packages: ['poppler-utils'], command: ['pdftotext'] },
];

/** What packs the application. @type {Need[]} */
const packaging = [{ packages: ['p7zip-full', '7zip'], command: ['7za'] }];

export const debianGroups = { electron, display, tests, reports, packaging };
