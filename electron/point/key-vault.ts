/** What keeps a secret at rest: the operating system's key store where there is one. Electron's is handed in by the shell. */
export interface KeyVault {
  /** False: the secret lies in a file that only this user can read. */
  readonly protected: boolean;
  readonly protect: (bytes: Uint8Array) => Buffer;
  /** Throws when the bytes were protected by another user or machine. */
  readonly unprotect: (bytes: Uint8Array) => Buffer;
}

/** Plain Node, and systems without a key store: nothing but the file's permissions. */
export const FILE_VAULT: KeyVault = {
  protected: false,
  protect: (bytes) => Buffer.from(bytes),
  unprotect: (bytes) => Buffer.from(bytes),
};
