/** What was measured at a point before, and the file for whoever helps. */
export const history = {
  open: 'History',
  title: 'Past tests',
  none: 'Nothing was tested on this machine yet. Press “Check everything” on the main screen.',
  oneOnly: 'There is one test so far; from the second on they can be compared.',
  choose: 'Choose two to compare',
  noMeeting: 'outside a meeting',
  forMeeting: 'for a meeting',
  count: '{{count}} checks',
  compared: 'Two tests compared',
  check: 'Check',
  change: 'Change',
  changes: { better: 'Better', worse: 'Worse', same: 'As before' },
  figures: 'The last {{count}} tests',
  plot: '{{check}}, {{figure}}: measured {{count}} times, from {{first}} to {{last}} ({{when}})',
  support: {
    title: 'Export for support',
    about:
      'One file with the measurements, the state of sending, the technical log and crash reports. Nothing is sent by itself.',
    withPeople: 'With the names of leaders and technicians',
    write: 'Save the file…',
    written: 'Saved: {{path}}',
  },
};
