import type { Logger } from 'pino';
import type { Launch } from './launch.ts';

/** What each role is handed by the composition root. */
export interface RoleContext {
  readonly launch: Launch;
  readonly dataDir: string;
  /** The application's folder in the operating system's usual place, also where the data lies elsewhere. */
  readonly home: string;
  /** Where the built files lie: preload, hub process, `renderer/`. */
  readonly distDir: string;
  readonly log: Logger;
  /** Forgets what this machine was chosen to be; null where the command line says it. */
  readonly forgetRole: (() => void) | null;
}

/** Before what writes the log is read from disk: a window is opened first. */
export type RoleStart = Omit<RoleContext, 'log'>;
