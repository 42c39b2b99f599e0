import { readFileSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** Chromium refuses to run as root with its sandbox. */
export const sandboxSwitches = () => (process.platform === 'linux' && process.getuid?.() === 0 ? ['--no-sandbox'] : []);

/**
 * Chromium's sandbox needs either user namespaces or a helper that belongs to root. What to do where neither is there;
 * undefined where all is well.
 * @param {string} executable
 * @param {(file: string) => string | undefined} [setting] reads a setting of the kernel
 * @param {boolean} [isRoot]
 */
export function sandboxComplaint(executable, setting = kernelSetting, isRoot = process.getuid?.() === 0) {
  if (process.platform !== 'linux' || isRoot) return undefined;
  const forbidden =
    setting('/proc/sys/kernel/apparmor_restrict_unprivileged_userns') === '1' ||
    setting('/proc/sys/kernel/unprivileged_userns_clone') === '0' ||
    setting('/proc/sys/user/max_user_namespaces') === '0';
  const helper = join(dirname(executable), 'chrome-sandbox');
  const stat = statSync(helper, { throwIfNoEntry: false });
  if (!forbidden || (stat?.uid === 0 && (stat.mode & 0o4000) !== 0)) return undefined;
  return (
    'This system lets Chromium make its sandbox only with a helper that belongs to root. Allow it once:\n' +
    `  sudo chown root:root '${helper}' && sudo chmod 4755 '${helper}'\n` +
    'then try again.'
  );
}

/** @param {string} file */
function kernelSetting(file) {
  try {
    return readFileSync(file, 'utf8').trim();
  } catch {
    return undefined;
  }
}
