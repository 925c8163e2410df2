import { FuseV1Options } from '@electron/fuses';

/**
 * What the shipped runtime may and may not do, burnt into its executable: nobody turns the application into a Node that runs
 * their code, reads its memory with an inspector, or replaces its archive. Integrity of the archive is enforced by Electron on
 * Windows and macOS only.
 * @type {import('@electron/fuses').FuseV1Config}
 */
export const FUSES = {
  version: '1',
  [FuseV1Options.RunAsNode]: false,
  [FuseV1Options.EnableCookieEncryption]: true,
  [FuseV1Options.EnableNodeOptionsEnvironmentVariable]: false,
  [FuseV1Options.EnableNodeCliInspectArguments]: false,
  [FuseV1Options.EnableEmbeddedAsarIntegrityValidation]: true,
  [FuseV1Options.OnlyLoadAppFromAsar]: true,
  [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: false,
  // Pages come from app:// only; file:// needs no privileges.
  [FuseV1Options.GrantFileProtocolExtraPrivileges]: false,
};
