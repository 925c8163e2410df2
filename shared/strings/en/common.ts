import type { common as vi } from '../vi/common.ts';

export const common: typeof vi = {
  appName: 'Điểm Cầu',
  language: { vi: 'Tiếng Việt', en: 'English', choose: 'Language' },
  actions: {
    cancel: 'Cancel',
    close: 'Close',
    confirm: 'Confirm',
    retry: 'Try again',
    save: 'Save',
    signIn: 'Sign in',
    signOut: 'Sign out',
  },
  whatToDo: 'What to do',
  yes: 'Yes',
  no: 'No',
  notApplicable: 'Not applicable',
};
