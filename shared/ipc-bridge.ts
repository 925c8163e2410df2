import type { Appearance } from './appearance.ts';
import type { NoticeName } from './ipc-contract.ts';
import type { RequestName } from './ipc-names.ts';

// Apart from the contract so that preload does not carry its schemas into every window.

/** Channel names on the wire; the prefixes keep the page away from Electron's own channels. */
export const REQUEST_PREFIX = 'request:';
export const NOTICE_PREFIX = 'notice:';

/** What the window's process is told as arguments: known before its page asks anything. */
export const APPEARANCE_ARGUMENT = '--appearance=';

/** What preload puts on `window.diemCau`: nothing else crosses. */
export interface Bridge {
  /** As it was chosen when the window opened. */
  readonly appearance: Appearance;
  readonly request: (name: RequestName, args: unknown) => Promise<unknown>;
  readonly onNotice: (name: NoticeName, listener: (value: unknown) => void) => () => void;
}
