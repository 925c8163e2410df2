/** The home of the point: what is to be done, in order, and how the windows look. */
export const home = {
  todo: {
    label: 'What to do, in order',
    next: 'Next',
    allDone: 'Everything before the meeting is done.',
    count: '{{done}}/{{of}}',
    steps: {
      duty: 'Report for duty',
      check: 'Test the devices',
      checklist: 'Answer the checklist',
      leader: 'Seat the leader',
      send: 'Send to the province',
    },
    states: {
      done: 'done',
      todo: 'to do',
      mend: 'needs mending',
      waits: 'waits, goes by itself',
      later: 'not yet due',
      'so-far': 'sent so far',
      unsaved: 'not saved yet',
    },
  },
  glance: 'How each check stands',
  options: {
    open: 'Options',
    title: 'Options',
    appearance: 'Appearance',
    appearances: { system: 'As the computer', light: 'Light', dark: 'Dark', contrast: 'High contrast' },
    appearanceHint: 'Only how things look on this machine.',
  },
  about: {
    title: 'About',
    version: 'version {{version}}',
    licence: 'Open source, Apache 2.0. It sends nothing anywhere but to the province’s own server.',
    notices: 'Third-party software ({{count}})',
    noticesName: 'Licences of third-party software',
    runtime:
      'Runs on Electron (MIT) and Chromium (BSD and others: LICENSES.chromium.html in the folder of the installation).',
  },
  help: {
    open: 'Guide',
    title: 'Guide',
    pages: { technician: 'Technician', leader: 'Attending leader', province: 'Province' },
  },
};
