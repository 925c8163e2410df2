import type { common as vi } from '../vi/common.ts';

export const common: typeof vi = {
  appName: 'Điểm Cầu',
  language: { vi: 'Tiếng Việt', en: 'English', choose: 'Language' },
  actions: {
    back: 'Back',
    cancel: 'Cancel',
    close: 'Close',
    retry: 'Try again',
    save: 'Save',
    signIn: 'Sign in',
    signOut: 'Sign out',
  },
  whatToDo: 'What to do',
  yes: 'Yes',
  no: 'No',
  notApplicable: 'Not applicable',
  loading: 'Loading…',
  chair: 'Chair',
  invitation: 'Invitation',
  timeLeft: {
    days: 'In {{days}} days',
    hours: 'In {{hours}} h {{minutes}} min',
    minutes: 'In {{minutes}} min',
    now: 'Starting right now',
    running: 'In session, began {{minutes}} min ago',
    runningHours: 'In session, began {{hours}} h {{minutes}} min ago',
    over: 'Over',
  },
  crash: {
    title: 'This screen met an unexpected error.',
    do: 'Load it again; everything saved is still there. If it happens again, tell the hotline.',
    reload: 'Load the screen again',
  },
};
