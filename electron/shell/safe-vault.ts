import { safeStorage } from 'electron';
import { FILE_VAULT, type KeyVault } from '../point/key-vault.ts';

/** The operating system's key store through Electron, where there is one (`keyProtected` tells the window). */
export function safeVault(): KeyVault {
  if (!safeStorage.isEncryptionAvailable()) return FILE_VAULT;
  return {
    protected: true,
    protect: (bytes) => safeStorage.encryptString(Buffer.from(bytes).toString('base64')),
    unprotect: (bytes) => Buffer.from(safeStorage.decryptString(Buffer.from(bytes)), 'base64'),
  };
}
