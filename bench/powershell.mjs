/**
 * Measures how a real cluster is read, over stand-in agents, and prints a table: requests a second, and the time until the
 * tree stands and until everything was read; beside it the same with a process for each command, as other consoles do it.
 * Where there is a PowerShell its start is measured too: that is what each such process would cost on top.
 */
import { cpus } from 'node:os';
import { join } from 'node:path';
import { collect, mustRun } from '../scripts/lib/child.mjs';
import { root } from '../scripts/lib/project.mjs';
import { providePackages } from '../scripts/lib/set-up.mjs';

const sizes = [
  { nodes: 8, machines: 500 },
  { nodes: 64, machines: 8000 },
];

/**
 * Requests a second, seconds and bytes.
 * @typedef {{ requests: { kept: number, fresh: number }, whole: { first: number, full: number }, fresh: number, memory: number }} Measured
 */

/**
 * @param {{ nodes: number, machines: number }} size
 * @returns {Promise<Measured>}
 */
async function measure({ nodes, machines }) {
  const program = join(root, 'out', 'bench', 'measure-powershell.mjs');
  const { code, stdout, output } = await collect(process.execPath, [program, root, String(nodes), String(machines)]);
  if (code !== 0) throw new Error(output);
  return JSON.parse(stdout);
}

/** @param {readonly (string | number)[]} cells */
const line = (...cells) => console.log(`| ${cells.join(' | ')} |`);
const seconds = (/** @type {number} */ value) => `${value.toFixed(value < 10 ? 2 : 1)} s`;
const perSecond = (/** @type {number} */ value) => Math.round(value).toLocaleString('en');
const ratio = (/** @type {number} */ value) => `${value.toFixed(1)} x`;

async function printStart() {
  const runs = 5;
  const start = performance.now();
  for (let run = 0; run < runs; run += 1) {
    const { code } = await collect('pwsh', ['-NoLogo', '-NoProfile', '-NonInteractive', '-Command', 'exit 0']);
    if (code === 127) return;
  }
  const each = (performance.now() - start) / 1000 / runs;
  console.log(`\nStarting pwsh once: ${seconds(each)}, before it has loaded a module.`);
}

await providePackages();
await mustRun(
  'Building the measuring program',
  process.execPath,
  [join(root, 'node_modules/vite/bin/vite.js'), 'build', '--config', 'vite.bench.config.ts', '--mode', 'powershell'],
  { cwd: root, env: { ...process.env, NODE_ENV: 'production' } },
);
console.log(`${cpus().length} cores (${cpus()[0]?.model ?? 'unknown'}), Node ${process.versions.node}\n`);
line(
  'nodes',
  'machines',
  'requests / s',
  'a process each',
  'ratio',
  'tree',
  'everything',
  'a process each',
  'ratio',
  'memory',
);
line('--:', '--:', '--:', '--:', '--:', '--:', '--:', '--:', '--:', '--:');
for (const size of sizes) {
  const { requests, whole, fresh, memory } = await measure(size);
  line(
    ...[size.nodes, size.machines, perSecond(requests.kept), perSecond(requests.fresh)],
    ...[ratio(requests.kept / requests.fresh), seconds(whole.first), seconds(whole.full), seconds(fresh)],
    ...[ratio(fresh / whole.full), `${Math.round(memory / 1048576)} MB`],
  );
}
await printStart();
