import { safeStorage } from 'electron';
import type { Safe } from './secret-store';

/** What Electron knows of the system's store: the keychain, DPAPI, or a wallet of the desktop. */
export function systemSafe(): Safe {
  return {
    isSafe: async () => isModern() && hasWallet() && (await safeStorage.isAsyncEncryptionAvailable()),
    encrypt: (text) => safeStorage.encryptStringAsync(text),
    decrypt: async (blob) => (await safeStorage.decryptStringAsync(blob)).result,
  };
}

/** The oldest Electron that Regroup runs on has none of this, and connects to nothing that has a password. */
function isModern(): boolean {
  return 'encryptStringAsync' in safeStorage;
}

/** Without a wallet Chromium encrypts with a password that everybody knows. */
function hasWallet(): boolean {
  if (process.platform !== 'linux') return true;
  const backend = safeStorage.getSelectedStorageBackend();
  return backend !== 'basic_text' && backend !== 'unknown';
}
