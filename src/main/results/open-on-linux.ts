import { spawn } from 'node:child_process';

/** What xdg-open means by its exit codes. */
const exitCodes: { readonly [code: number]: string } = {
  2: 'the file is not there.',
  3: 'there is no program for it on this computer.',
  4: 'the program for it failed.',
};

/** Milliseconds after which a program that still runs has opened it: some stay until their window is closed. */
const patience = 10_000;

/**
 * Opens a file with the program that the desktop has for it; a sentence when that fails, else an empty text. Electron's own
 * way tells on Linux neither that there is no xdg-open nor how it ended.
 */
export function openOnLinux(path: string, opener = 'xdg-open'): Promise<string> {
  return new Promise((resolve) => {
    const child = spawn(opener, [path], { detached: true, stdio: 'ignore', shell: false });
    const timer = setTimeout(() => resolve(''), patience);
    const end = (answer: string): void => {
      clearTimeout(timer);
      resolve(answer);
    };
    child.once('error', (error: NodeJS.ErrnoException) =>
      end(error.code === 'ENOENT' ? `this computer has no ${opener}.` : error.message),
    );
    child.once('exit', (code) => {
      end(
        code === 0
          ? ''
          : ((code === null ? undefined : exitCodes[code]) ?? `${opener} ended with ${code ?? 'a signal'}.`),
      );
    });
    child.unref();
  });
}
