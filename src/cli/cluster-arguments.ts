import { parseArgs } from 'node:util';
import type { ConnectionPlace } from '#shared/contract/connections';
import { failure, success, type Result } from '#shared/model/result';
import { optionProblem } from './command-line-error';
import { userDataFolder } from './user-data';

/** A real cluster that the command line names. */
export interface ClusterArguments {
  /** The PowerShell that was named; null: the usual one. */
  readonly powershell: string | null;
  readonly modulePath: string | null;
  /** The cluster that this computer is to reach by its name; null with a node, or where this computer is one. */
  readonly cluster: string | null;
  /** The node to go through; null: none. */
  readonly node: NodePlace | null;
  /** Folder for what a command brings back; null: it is not kept. */
  readonly output: string | null;
  /** The user data folder, with the host keys that were trusted and the audit log; that of the window where none was named. */
  readonly userData: string;
  /** Seconds that it may take; null: as long as it takes. */
  readonly timeout: number | null;
  /** Words that are no options. */
  readonly words: readonly string[];
}

/** A node as the command line names it. */
export type NodePlace = Exclude<ConnectionPlace, { readonly kind: 'local' }>;

/** The options, for the help of each command that takes them. */
export const clusterOptions =
  (): string => `  --powershell EXECUTABLE  PowerShell with the module FailoverClusters; with --ssh the one on the node
                           (Windows PowerShell 5.1 when left out)
  --module-path FOLDER     looked in first for the modules
  --cluster NAME           the cluster; left out: the one that the computer is a node of
  --ssh USER@NODE          goes through a node with ssh
  --identity FILE          private key for ssh
  --winrm NODE             goes through a node with PowerShell remoting; on Windows only
  --jea NODE               the same, to an endpoint of just enough administration
  --configuration NAME     that endpoint; Regroup when left out
  --user USER              who signs in with --winrm or --jea; left out: the user of this computer
  --ssl                    HTTPS with --winrm or --jea
  --port NUMBER            port of ssh or WinRM
  --user-data FOLDER       the window's folder of that name, with the host keys that were trusted and the audit log;
                           ${userDataFolder()} when left out
  --timeout SECONDS        what is not done then is given up, with exit code 4; without it, it takes as long as it takes
  --help                   this text

Passwords, passphrases and the keys of new hosts are asked for at a terminal; where there is none, nothing is asked.
`;

const options = {
  powershell: { type: 'string' },
  'module-path': { type: 'string' },
  cluster: { type: 'string' },
  ssh: { type: 'string' },
  identity: { type: 'string' },
  winrm: { type: 'string' },
  jea: { type: 'string' },
  configuration: { type: 'string' },
  user: { type: 'string' },
  ssl: { type: 'boolean' },
  port: { type: 'string' },
  output: { type: 'string' },
  'user-data': { type: 'string' },
  timeout: { type: 'string' },
  help: { type: 'boolean', short: 'h' },
} as const;

/** Reads the words of a command about a real cluster. The answer is `help` where that was asked; the error is a sentence. */
export function readClusterArguments(args: readonly string[]): Result<ClusterArguments | 'help', string> {
  let parsed;
  try {
    parsed = parseArgs({ args: [...args], allowPositionals: true, options });
  } catch (error) {
    return failure(optionProblem(error, Object.keys(options)));
  }
  const { values, positionals } = parsed;
  if (values.help === true) return success('help');
  const node = nodeOf(values);
  if (!node.ok) return node;
  const {
    cluster = null,
    powershell = null,
    output = null,
    'module-path': modulePath = null,
    'user-data': userData = userDataFolder(),
  } = values;
  const timeout = values.timeout === undefined ? null : Number(values.timeout);
  if (timeout !== null && !(timeout > 0 && timeout <= longestTimeout))
    return failure(
      `--timeout takes a number of seconds up to ${longestTimeout}, not ${JSON.stringify(values.timeout)}.`,
    );
  if (node.value !== null && cluster !== null)
    return failure(`--${node.value.kind} and --cluster exclude each other: a node acts on its own cluster.`);
  return success({ powershell, modulePath, cluster, node: node.value, output, userData, timeout, words: positionals });
}

/** A day. */
const longestTimeout = 86_400;

type Values = ReturnType<typeof parseArgs<{ readonly options: typeof options }>>['values'];

/** What goes with which way to a node. */
const ways = {
  ssh: ['identity', 'port'],
  winrm: ['user', 'ssl', 'port'],
  jea: ['configuration', 'user', 'ssl', 'port'],
} as const;
const details = ['identity', 'configuration', 'user', 'ssl', 'port'] as const;
const wayNames = ['ssh', 'winrm', 'jea'] as const;

function nodeOf(values: Values): Result<NodePlace | null, string> {
  const [kind, second] = wayNames.filter((name) => values[name] !== undefined);
  if (second !== undefined) return failure('Only one of --ssh, --winrm and --jea can be meant.');
  const taken: readonly string[] = kind === undefined ? [] : ways[kind];
  const idle = details.find((name) => values[name] !== undefined && !taken.includes(name));
  if (idle !== undefined) {
    const fitting = wayNames.filter((name) => (ways[name] as readonly string[]).includes(idle));
    return failure(`--${idle} goes with ${fitting.map((name) => `--${name}`).join(', ')}.`);
  }
  const port = values.port === undefined ? null : Number(values.port);
  if (port !== null && !(Number.isInteger(port) && port > 0 && port < 65536))
    return failure(`--port takes a number from 1 to 65535, not ${JSON.stringify(values.port)}.`);
  const {
    identity = null,
    user = null,
    ssl = false,
    configuration = 'Regroup',
    powershell: executable = null,
  } = values;
  if (kind === undefined) return success(null);
  const host = values[kind] ?? '';
  switch (kind) {
    case 'ssh':
      return success({ kind, ...splitTarget(host), port, identity, executable });
    case 'winrm':
      return success({ kind, host, user, port, ssl });
    case 'jea':
      return success({ kind, host, user, port, ssl, configuration });
  }
}

/** The last @ divides: a user may have one in the name. */
function splitTarget(target: string): { readonly user: string | null; readonly host: string } {
  const at = target.lastIndexOf('@');
  return at < 0 ? { user: null, host: target } : { user: target.slice(0, at), host: target.slice(at + 1) };
}
