import type { pinCode as source } from '../vi/pin-code.ts';

export const pinCode: typeof source = {
  forgot: 'Forgot the PIN?',
  how: 'Type the one-time code to set a PIN that the province issued for {{name}} (on the sheet of codes; without one call the province{{hotline}}), then set a PIN of your own.',
  hotline: ': {{number}}',
  code: 'The province’s code (8 digits)',
  hint: 'as in 1234 5678',
  digits: 'The province’s code has exactly 8 digits.',
  pinNew: 'New PIN (at least {{digits}} digits)',
};
