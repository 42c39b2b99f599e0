/**
 * A process that speaks the agent's protocol (docs/powershell.md) without PowerShell, and misbehaves on demand.
 * Its argument is JSON, see `StandInOptions` in launch.ts.
 */
import { readFileSync } from 'node:fs';
import { connect } from 'node:net';
import { createInterface } from 'node:readline';
import { misbehaviours, starts } from './misbehaviours.mjs';

const options = JSON.parse(process.argv[2] ?? '{}');
const sections = options.sectionsFile === undefined ? {} : JSON.parse(readFileSync(options.sectionsFile, 'utf8'));
const state = { tag: '', running: 0, scriptRead: false };

/** @param {string} text */
const write = (text) => process.stdout.write(text);
/** @param {number} id @param {string} kind @param {unknown} payload */
const frame = (id, kind, payload) =>
  `RG1 ${state.tag} ${id} ${kind} ${Buffer.from(JSON.stringify(payload), 'utf8').toString('base64')}\n`;
/** @param {number} id @param {string} kind @param {unknown} payload */
const send = (id, kind, payload) => {
  if (id === state.running && kind !== 'rows') state.running = 0;
  write(frame(id, kind, payload));
};
/** @param {string} fqid @param {string} message */
const failure = (fqid, message) => ({
  fqid,
  category: 'InvalidArgument',
  hresult: null,
  win32: null,
  message,
  inner: [],
});

/** Strings of requests carry a leading `=`. @param {unknown} value @returns {unknown} */
const unmark = (value) => {
  if (typeof value === 'string') return value.slice(1);
  if (Array.isArray(value)) return value.map(unmark);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, unmark(inner)]));
};

/** Asks the test that started it: one line of JSON there, one line with the frames of the answer back. */
const asking = options.answers === undefined ? null : connect(options.answers);
/** @type {Map<number, (frames: readonly [string, unknown][]) => void>} */
const asked = new Map();
if (asking !== null) {
  // Without its test it is as a node that is switched off.
  asking.on('error', () => process.exit(1));
  asking.on('close', () => process.exit(1));
  createInterface({ input: asking }).on('line', (line) => {
    const { id, frames } = JSON.parse(line);
    asked.get(id)?.(frames);
    asked.delete(id);
  });
}

/** @param {{id: number, op: string, args: any}} request */
async function answer({ id, op, args }) {
  const misbehave = misbehaviours[args.section ?? args.behave];
  if (op === 'open') {
    state.tag = args.tag;
    if (starts[options.start] !== undefined) return starts[options.start]({ id, send, write, frame });
    return send(id, 'done', { edition: 'Stand-in', version: '1' });
  }
  if (op === 'ping') return send(id, 'done', args);
  if (op === 'stop') {
    if (stopped.has('stubborn')) return;
    const current = state.running;
    send(id, 'done', null);
    if (current === args.id) {
      send(args.id, 'fail', failure('Regroup.Stopped', 'It was stopped.'));
    }
    return;
  }
  if (misbehave !== undefined) return misbehave({ id, args, send, write, frame, stopped });
  if (asking !== null) {
    const frames = await new Promise((resolve) => {
      asked.set(id, resolve);
      asking.write(`${JSON.stringify({ id, op, args })}\n`);
    });
    for (const [kind, payload] of frames) {
      if (kind === 'misbehave') misbehaviours[String(payload)]?.({ id, args, send, write, frame, stopped });
      else send(id, kind, payload);
    }
    return;
  }
  if (op === 'read' && sections[args.section] !== undefined) {
    const rows = sections[args.section];
    for (let sent = 0; sent < rows.length; sent += 100) send(id, 'rows', rows.slice(sent, sent + 100));
    return send(id, 'done', null);
  }
  send(id, 'fail', failure('Regroup.Unsupported', `The stand-in does not answer ${op} ${args.section ?? ''}.`));
}

const stopped = new Set();

if (options.start === 'exit') process.exit(3);
if (options.start === 'constrained') process.exit(86);
if (options.start === 'banner') write('\uFEFFWindows PowerShell\r\nCopyright (C) Microsoft Corporation.\r\n\r\n');
if (options.beat !== undefined)
  setInterval(() => state.tag !== '' && send(0, 'beat', { busy: state.running !== 0 }), options.beat);

const lines = createInterface({ input: process.stdin });
lines.on('line', (line) => {
  if (!state.scriptRead) {
    state.scriptRead = true;
    return;
  }
  const request = JSON.parse(Buffer.from(line, 'base64').toString('utf8'));
  request.args = unmark(request.args);
  if (!['open', 'stop', 'ping'].includes(request.op)) state.running = request.id;
  void answer(request);
});
lines.on('close', () => process.exit(0));
