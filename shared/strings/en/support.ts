import type { support as vi } from '../vi/support.ts';

export const support: typeof vi = {
  tell: 'Call support and tell them:',
  hotline: 'Hotline',
  code: 'Error code',
  version: 'Version',
  dataDir: 'Data folder (leave it as it is)',
  logFile: 'Technical log file',
};
