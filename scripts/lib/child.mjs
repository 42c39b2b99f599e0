import { spawn } from 'node:child_process';
import { SetUpError } from './say.mjs';

/**
 * @typedef {object} Finished
 * @property {number} code exit code; 127 when the program is not there, 128 when a signal ended it
 * @property {string} output stdout and stderr in the order they came
 * @property {string} stdout
 */

/**
 * Runs a program without a terminal and collects what it prints.
 * @param {string} command
 * @param {readonly string[]} args
 * @param {import('node:child_process').SpawnOptions} [options]
 * @returns {Promise<Finished>}
 */
export function collect(command, args, options = {}) {
  return new Promise((resolve) => {
    const child = spawn(command, args, { windowsHide: true, ...options, stdio: ['ignore', 'pipe', 'pipe'] });
    let output = '';
    let stdout = '';
    child.stdout?.setEncoding('utf8').on('data', (/** @type {string} */ text) => {
      output += text;
      stdout += text;
    });
    child.stderr?.setEncoding('utf8').on('data', (/** @type {string} */ text) => {
      output += text;
    });
    child.on('error', (error) => resolve({ code: 127, output: `${output}${error.message}`, stdout }));
    child.on('close', (code) => resolve({ code: code ?? 128, output, stdout }));
  });
}

/**
 * Runs a program that has to succeed; when it does not, all that it printed is in the error.
 * @param {string} what in words, for the error
 * @param {string} command
 * @param {readonly string[]} args
 * @param {import('node:child_process').SpawnOptions} [options]
 */
export async function mustRun(what, command, args, options) {
  const { code, output, stdout } = await collect(command, args, options);
  if (code !== 0) throw new SetUpError(`${what} failed (exit code ${code}):\n${output.trim()}`);
  return stdout;
}

/**
 * Runs a program in the person's terminal, passes signals on, and answers its exit code.
 * @param {string} command
 * @param {readonly string[]} args
 * @param {import('node:child_process').SpawnOptions} [options]
 * @returns {Promise<number>}
 */
export function inherit(command, args, options = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { ...options, stdio: options.stdio ?? 'inherit' });
    const signals = /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP']);
    const passOn = (/** @type {NodeJS.Signals} */ signal) => {
      // On Windows the console tells the child itself, and kill() would not let it finish.
      if (process.platform !== 'win32') child.kill(signal);
    };
    for (const signal of signals) process.on(signal, passOn);
    const forget = () => signals.forEach((signal) => process.off(signal, passOn));
    child.on('error', (error) => (forget(), reject(error)));
    child.on('close', (code, signal) => (forget(), resolve(code ?? (signal === 'SIGINT' ? 130 : 143))));
  });
}
