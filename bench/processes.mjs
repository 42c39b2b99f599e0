import { readdirSync, readFileSync } from 'node:fs';
import { collect } from '../scripts/lib/child.mjs';

/**
 * A process and its descendants, the process itself first.
 * @param {number} pid
 */
async function treeOf(pid) {
  const parents = process.platform === 'linux' ? parentsFromProc() : await parentsFromPs();
  const tree = [pid];
  for (const known of tree) tree.push(...parents.filter(({ parent }) => parent === known).map(({ child }) => child));
  return tree;
}

/** @typedef {{ child: number, parent: number }} Link */

/** @returns {readonly Link[]} */
function parentsFromProc() {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .flatMap((name) => {
      const parent = /^PPid:\s*(\d+)$/m.exec(read(`/proc/${name}/status`))?.[1];
      return parent === undefined ? [] : [{ child: Number(name), parent: Number(parent) }];
    });
}

/** @returns {Promise<readonly Link[]>} */
async function parentsFromPs() {
  const { stdout } = await collect('ps', ['-A', '-o', 'pid=,ppid=']);
  return stdout
    .trim()
    .split('\n')
    .map((line) => line.trim().split(/\s+/).map(Number))
    .map(([child = 0, parent = 0]) => ({ child, parent }));
}

/**
 * Memory of a process with all its descendants, in bytes. On Linux pages that several processes share are divided
 * between them (PSS); on macOS they count once for each (resident size). Undefined on Windows.
 * @param {number} pid
 * @returns {Promise<number | undefined>}
 */
export async function memoryOfTree(pid) {
  if (process.platform === 'win32') return undefined;
  const tree = await treeOf(pid);
  const sizes = process.platform === 'linux' ? tree.map(proportionalSize) : await residentSizes(tree);
  return sizes.reduce((sum, size) => sum + size, 0);
}

/** Of the times in /proc, in milliseconds: USER_HZ is 100 wherever Electron runs. */
const tick = 10;

/**
 * Processor time that a process and those of its descendants that still run took so far, in milliseconds. Undefined but
 * on Linux.
 * @param {number} pid
 * @returns {Promise<number | undefined>}
 */
export async function processorTimeOfTree(pid) {
  if (process.platform !== 'linux') return undefined;
  const tree = await treeOf(pid);
  return tree.reduce((sum, member) => {
    // What stands before the last bracket is the name, which may hold anything; then come state, and as 12th and 13th the times.
    const fields = read(`/proc/${member}/stat`).split(') ').at(-1)?.split(' ') ?? [];
    return sum + (Number(fields[11] ?? 0) + Number(fields[12] ?? 0)) * tick;
  }, 0);
}

/** @param {number} pid */
function proportionalSize(pid) {
  return Number(/^Pss:\s*(\d+) kB$/m.exec(read(`/proc/${pid}/smaps_rollup`))?.[1] ?? 0) * 1024;
}

/** @param {readonly number[]} pids */
async function residentSizes(pids) {
  const { stdout } = await collect('ps', ['-o', 'rss=', '-p', pids.join(',')]);
  return stdout
    .trim()
    .split('\n')
    .map((line) => Number(line) * 1024);
}

/** @param {string} file */
function read(file) {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}
