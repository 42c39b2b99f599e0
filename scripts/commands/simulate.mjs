import { run as runCli } from './cli.mjs';

/** @param {readonly string[]} args a scenario file or folder, and options */
export const run = (args) => runCli(['simulate', ...args]);
