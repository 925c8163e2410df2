import type { pinCode as source } from '../vi/pin-code.ts';

export const pinCode: typeof source = {
  forgot: 'Forgot the PIN?',
  how: 'Call the province{{hotline}} for a one-time code for {{name}}, then enter it and choose a new PIN.',
  hotline: ' ({{number}})',
  code: 'The province’s code (8 digits)',
  hint: 'as in 1234 5678',
  digits: 'The province’s code has exactly 8 digits.',
  pinNew: 'New PIN (at least {{digits}} digits)',
};
