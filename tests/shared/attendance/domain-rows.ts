import type { DomainRow } from './row.ts';
import { COMPOSITION_ROWS } from './rows/composition-rows.ts';
import { CONNECTION_ROWS } from './rows/connection-rows.ts';
import { PRESENCE_ROWS } from './rows/presence-rows.ts';
import { RECORD_ROWS } from './rows/record-rows.ts';
import { VERIFICATION_ROWS } from './rows/verification-rows.ts';

/** All sentences and transitions of the domain text on attendance. */
export const DOMAIN_ROWS: readonly DomainRow[] = [
  ...COMPOSITION_ROWS,
  ...PRESENCE_ROWS,
  ...VERIFICATION_ROWS,
  ...CONNECTION_ROWS,
  ...RECORD_ROWS,
];
