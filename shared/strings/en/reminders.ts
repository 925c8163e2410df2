export const reminders = {
  label: 'What is due',
  check: {
    what: 'The devices are not all checked for the meeting yet.',
    do: 'Check now',
    short: 'checking the devices',
  },
  leader: { what: 'No leader has signed in for the meeting yet.', do: 'Open sign-in', short: 'the leader’s place' },
  about: 'Meeting at {{time}} · {{left}}',
  later: 'Remind me in {{minutes}} minutes',
  laterFor: 'Remind me in {{minutes}} minutes: {{what}}',
  tray: {
    open: 'Open Điểm Cầu',
    checkNow: 'Check now',
    autostart: 'Open when I log in to this computer',
    quit: 'Quit',
  },
};
