/**
 * Opens a bare Electron window and Regroup in turn, five times each, and compares the medians: the time from launch to
 * painted content, the processor time of all processes until then, which tells more where the machine is busy, and their
 * memory once things are quiet. One round before the first is not counted: it fills the caches that every later start of
 * either finds.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { hasDisplay, virtualDisplay } from '../scripts/lib/linux/display.mjs';
import { sandboxSwitches } from '../scripts/lib/linux/sandbox.mjs';
import { root } from '../scripts/lib/project.mjs';
import { provideApp, provideElectron, providePackages } from '../scripts/lib/set-up.mjs';
import { memoryOfTree, processorTimeOfTree } from './processes.mjs';

const rounds = 5;
const goal = 1.5;
/** Milliseconds until the memory is read. */
const quiet = 3000;
/** Milliseconds until a start counts as failed. */
const patience = 30_000;

/** @typedef {{ time: number, processor: number | undefined, memory: number | undefined }} Start milliseconds and bytes */

/**
 * @param {string} executable
 * @param {string} folder of the app
 * @param {string} userData
 * @param {NodeJS.ProcessEnv} env
 * @returns {Promise<Start>}
 */
async function start(executable, folder, userData, env) {
  const launched = Date.now();
  const child = spawn(
    executable,
    [join(root, 'bench/observer'), ...sandboxSwitches(), folder, '--user-data', userData],
    { env, stdio: ['ignore', 'pipe', 'ignore'] },
  );
  const closed = once(child, 'close');
  try {
    const time = (await momentOfPaint(child)) - launched;
    const processor = await processorTimeOfTree(child.pid ?? 0);
    await pause(quiet);
    return { time, processor, memory: await memoryOfTree(child.pid ?? 0) };
  } finally {
    child.kill();
    await closed;
  }
}

/**
 * @param {import('node:child_process').ChildProcess} child
 * @returns {Promise<number>}
 */
function momentOfPaint(child) {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error('No content was painted.')), patience);
    let text = '';
    child.stdout?.setEncoding('utf8').on('data', (/** @type {string} */ chunk) => {
      text += chunk;
      const moment = /^painted ([\d.]+)$/m.exec(text)?.[1];
      if (moment === undefined) return;
      clearTimeout(timer);
      resolve(Number(moment));
    });
    child.on('error', reject);
    child.on('close', () => reject(new Error('Electron ended before content was painted.')));
  });
}

/** @param {readonly number[]} values */
function median(values) {
  return [...values].sort((one, other) => one - other)[Math.floor(values.length / 2)] ?? Number.NaN;
}

/**
 * @param {string} what
 * @param {string} unit
 * @param {readonly (number | undefined)[]} bare
 * @param {readonly (number | undefined)[]} regroup
 * @param {{ goal: number } | null} aim null: there is none
 */
function compare(what, unit, bare, regroup, aim) {
  const known = (/** @type {readonly (number | undefined)[]} */ values) =>
    values.filter((value) => value !== undefined);
  if (known(bare).length === 0) return `${what}: not measured on this system`;
  const [one, other] = [median(known(bare)), median(known(regroup))];
  const ratio = other / one;
  const verdict = aim === null ? '' : ` (${ratio <= aim.goal ? 'within' : 'over'} the goal of ${aim.goal})`;
  return `${what}: bare ${one.toFixed(0)} ${unit}, Regroup ${other.toFixed(0)} ${unit}, ratio ${ratio.toFixed(2)}${verdict}`;
}

await providePackages();
const headless = !hasDisplay(process.env);
const { executable } = await provideElectron({ display: headless });
await provideApp();
const display = headless ? await virtualDisplay() : undefined;
const env = display === undefined ? process.env : { ...process.env, DISPLAY: display.name };
const folder = mkdtempSync(join(tmpdir(), 'regroup-bench-'));
const apps = [
  { name: 'bare window', folder: join(root, 'bench/bare-window'), starts: /** @type {Start[]} */ ([]) },
  { name: 'Regroup', folder: root, starts: /** @type {Start[]} */ ([]) },
];
try {
  for (let round = 0; round <= rounds; round += 1) {
    for (const { name, folder: app, starts } of apps) {
      const measured = await start(executable, app, join(folder, name.replace(' ', '-')), env);
      const megabytes = measured.memory === undefined ? '' : `, ${(measured.memory / 1e6).toFixed(0)} MB`;
      console.log(`${round === 0 ? 'warm-up' : `round ${round}`}  ${name}: ${measured.time.toFixed(0)} ms${megabytes}`);
      if (round > 0) starts.push(measured);
    }
  }
  const [bare, regroup] = apps.map(({ starts }) => starts);
  const times = (/** @type {Start[] | undefined} */ starts) => (starts ?? []).map(({ time }) => time);
  const processors = (/** @type {Start[] | undefined} */ starts) => (starts ?? []).map(({ processor }) => processor);
  const memories = (/** @type {Start[] | undefined} */ starts) =>
    (starts ?? []).map(({ memory }) => (memory === undefined ? undefined : memory / 1e6));
  console.log(compare('Launch to content painted', 'ms', times(bare), times(regroup), { goal }));
  console.log(compare('Processor time until then', 'ms', processors(bare), processors(regroup), null));
  console.log(compare('Memory of all processes', 'MB', memories(bare), memories(regroup), { goal }));
} finally {
  display?.close();
  rmSync(folder, { recursive: true, force: true });
}
