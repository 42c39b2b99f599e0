/**
 * Measures the simulator and prints a table: a healthy day, the crash of a node until all of its machines run elsewhere, the
 * drain of a node, and a week of 1,000 random faults, from 8 nodes and 500 machines to 64 and 8,000. Where Debian's
 * `crm_simulate` is on the machine it gets the same crash, as a peer.
 */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { collect, mustRun } from '../scripts/lib/child.mjs';
import { root } from '../scripts/lib/project.mjs';
import { providePackages } from '../scripts/lib/set-up.mjs';
import { pacemakerCluster } from './simulator/pacemaker.mjs';

const sizes = [
  { nodes: 8, machines: 500 },
  { nodes: 16, machines: 1000 },
  { nodes: 32, machines: 4000 },
  { nodes: 64, machines: 8000 },
];
const cases = {
  day: 'healthy for 24 hours',
  crash: 'a node crashes',
  drain: 'a node is drained',
  week: '1,000 faults in a week',
};
const peerSizes = [
  { nodes: 4, machines: 100 },
  { nodes: 16, machines: 1000 },
  { nodes: 64, machines: 2000 },
  { nodes: 64, machines: 8000 },
];

/**
 * Seconds and bytes; `events` are those that were logged.
 * @typedef {{ load: number, build: number, run: number, snapshot: number, simulated: number, events: number, online: number, memory: number }} Measured
 */

/**
 * @param {string} name
 * @param {{ nodes: number, machines: number }} size
 * @returns {Promise<Measured>}
 */
async function measure(name, { nodes, machines }) {
  const program = join(root, 'out', 'bench', 'measure.cjs');
  const { code, stdout, output } = await collect(process.execPath, [program, name, String(nodes), String(machines)]);
  if (code !== 0) throw new Error(output);
  return JSON.parse(stdout);
}

/** @param {readonly (string | number)[]} cells */
const line = (...cells) => console.log(`| ${cells.join(' | ')} |`);
const seconds = (/** @type {number} */ value) => `${value.toFixed(value < 10 ? 2 : 1)} s`;
const rate = (/** @type {Measured} */ { events, run }) =>
  events === 0 ? '-' : Math.round(events / run).toLocaleString('en');

async function printCases() {
  line('case', 'nodes', 'machines', 'load', 'build', 'run', 'snapshot', 'simulated', 'events', 'events / s', 'memory');
  line('---', '--:', '--:', '--:', '--:', '--:', '--:', '--:', '--:', '--:', '--:');
  for (const [name, title] of Object.entries(cases)) {
    /** @type {number[]} */
    const growth = [];
    for (const size of sizes) {
      const found = await measure(name, size);
      growth.push(found.run);
      line(
        ...[title, size.nodes, size.machines, seconds(found.load), seconds(found.build), seconds(found.run)],
        ...[seconds(found.snapshot), `${Math.round(found.simulated)} s`, found.events, rate(found)],
        `${Math.round(found.memory / 1048576)} MB`,
      );
    }
    const [first = 0, last = 0] = [growth[0], growth.at(-1)];
    if (first >= 0.01)
      console.log(`${title}: ${(last / first).toFixed(1)} times as long with 16 times as many machines`);
  }
}

/** The same crash in Pacemaker's simulator, where it is on the machine. */
async function printPeer() {
  const { code } = await collect('crm_simulate', ['--version']);
  if (code === 127) {
    console.log('\ncrm_simulate (pacemaker-cli-utils) is not on this machine: nothing to compare with.');
    return;
  }
  const folder = mkdtempSync(join(tmpdir(), 'regroup-bench-'));
  try {
    console.log('');
    line('a node crashes', 'machines', 'Regroup', 'crm_simulate', 'ratio');
    line('---', '--:', '--:', '--:', '--:');
    for (const size of peerSizes) {
      const file = join(folder, 'cib.xml');
      writeFileSync(file, pacemakerCluster(size.nodes, size.machines));
      const ours = await measure('crash', size);
      const start = performance.now();
      await mustRun('crm_simulate', 'crm_simulate', ['-x', file, '-S', '--node-fail=node1']);
      const theirs = (performance.now() - start) / 1000;
      const whole = ours.load + ours.build + ours.run;
      line(`${size.nodes} nodes`, size.machines, seconds(whole), seconds(theirs), `${(theirs / whole).toFixed(1)} x`);
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

await providePackages();
await mustRun(
  'Building the measuring program',
  process.execPath,
  [join(root, 'node_modules/vite/bin/vite.js'), 'build', '--config', 'vite.bench.config.ts'],
  { cwd: root, env: { ...process.env, NODE_ENV: 'production' } },
);
console.log(`${cpus().length} cores (${cpus()[0]?.model ?? 'unknown'}), Node ${process.versions.node}\n`);
await printCases();
await printPeer();
