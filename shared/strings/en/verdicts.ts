import type { verdicts as vi } from '../vi/verdicts.ts';

export const verdicts: typeof vi = {
  check: {
    pass: 'Pass',
    warn: 'Warning',
    fail: 'Fail',
    unmeasured: 'Could not measure',
    'not-run': 'Not tested',
  },
  readiness: {
    ready: 'Ready',
    'ready-with-notes': 'Ready, with notes',
    'not-ready': 'Not ready',
    unmeasured: 'Could not measure',
    incomplete: 'Unfinished',
    'no-data': 'No data',
  },
  composition: {
    undetermined: 'Composition undetermined',
    right: 'Right composition',
    'deputy-by-assignment': 'Substitute by assignment',
    'substitute-pending': 'Substitute by authorisation, approval pending',
    authorised: 'Duly authorised',
    wrong: 'Wrong composition',
  },
  probe: {
    'timed-out': { says: 'The measurement took too long.', do: 'Close other applications and test this item again.' },
    cancelled: { says: 'Cancelled before it was measured.', do: 'Press “Test again” when ready.' },
    'probe-error': {
      says: 'The software could not measure this item.',
      do: 'Test again; if it stays so, restart the software and tell the hotline.',
    },
    'not-run': { says: 'This item has not been tested.', do: 'Press “Check everything”.' },
    unknown: {
      says: 'The result “{{reason}}” was written by another version.',
      do: 'Update the software to see all of it.',
    },
  },
};
