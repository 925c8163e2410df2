import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { flipFuses } from '@electron/fuses';
import { FUSES } from './fuses.mjs';

/**
 * electron-builder's hook, once the runtime and the application lie together: what of a development runtime is no part of a
 * shipped one goes, then the fuses are burnt, before anything is signed.
 * @param {import('app-builder-lib').AfterPackContext} context
 */
export default async function afterPack({ appOutDir, electronPlatformName, packager }) {
  const resources =
    electronPlatformName === 'darwin'
      ? join(appOutDir, `${packager.appInfo.productFilename}.app`, 'Contents', 'Resources')
      : join(appOutDir, 'resources');
  await rm(join(resources, 'default_app.asar'), { force: true });
  await flipFuses(executableOf({ appOutDir, electronPlatformName, packager }), {
    ...FUSES,
    resetAdHocDarwinSignature: electronPlatformName === 'darwin',
  });
}

/** @param {Pick<import('app-builder-lib').AfterPackContext, 'appOutDir' | 'electronPlatformName' | 'packager'>} context */
function executableOf({ appOutDir, electronPlatformName, packager }) {
  const { productFilename } = packager.appInfo;
  if (electronPlatformName === 'darwin') return join(appOutDir, `${productFilename}.app`);
  if (electronPlatformName === 'win32') return join(appOutDir, `${productFilename}.exe`);
  return join(appOutDir, packager.executableName);
}
