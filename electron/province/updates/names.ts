/** Installers that a release may name. */
const NAME = /^[A-Za-z0-9][A-Za-z0-9._-]{0,112}\.(?:exe|AppImage|deb|tar\.gz)$/;

/** One plain file name: no folder, no hidden file, nothing half written. */
export function isUpdateName(name: string): boolean {
  return NAME.test(name) && !name.includes('..');
}

/** The folder of update files in the hub's data. Each of several hubs has its own. */
export const UPDATES_FOLDER = 'updates';
