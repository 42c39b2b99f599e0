import { spawn } from 'node:child_process';
import { SetUpError } from '../say.mjs';

/** @param {NodeJS.ProcessEnv} env */
export const hasDisplay = (env) =>
  process.platform !== 'linux' || Boolean(env['DISPLAY']) || Boolean(env['WAYLAND_DISPLAY']);

/** What to do where `npm start` finds no display. */
export const withoutDisplay =
  'There is no display here to show the window on (neither DISPLAY nor WAYLAND_DISPLAY is set).\n' +
  '  On a desktop: start from a terminal of that desktop.\n' +
  '  Over SSH: connect with ssh -X (or ssh -Y), then try again.\n' +
  '  Without any screen: xvfb-run -a npm start (xvfb and xauth have to be installed).\n' +
  'npm test needs no display, and npm run simulate needs no window.';

/**
 * A display that nobody sees, for tests.
 * @returns {Promise<{ name: string, close: () => void }>} name is what DISPLAY has to be
 */
export async function virtualDisplay() {
  const server = spawn('Xvfb', ['-displayfd', '3', '-screen', '0', '1920x1200x24', '-nolisten', 'tcp'], {
    stdio: ['ignore', 'ignore', 'pipe', 'pipe'],
  });
  const close = () => void server.kill();
  process.on('exit', close);
  let complaints = '';
  server.stderr?.setEncoding('utf8').on('data', (/** @type {string} */ text) => {
    complaints = `${complaints}${text}`.slice(-2000);
  });
  const number = await new Promise((resolve, reject) => {
    server.on('error', reject);
    server.on('exit', () => reject(new SetUpError(`The virtual display (Xvfb) did not start:\n${complaints.trim()}`)));
    server.stdio[3]?.on('data', (/** @type {Buffer} */ data) => resolve(data.toString().trim()));
  });
  return { name: `:${number}`, close };
}
