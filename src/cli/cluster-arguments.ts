import { parseArgs } from 'node:util';
import { failure, success, type Result } from '#shared/model/result';

/** A real cluster that the command line names. */
export interface ClusterArguments {
  /** PowerShell: of this computer, or with `ssh` of the node; null: the usual one. */
  readonly powershell: string | null;
  readonly modulePath: string | null;
  readonly cluster: string | null;
  readonly ssh: { readonly user: string | null; readonly host: string } | null;
  readonly port: number | null;
  readonly identity: string | null;
  /** Folder for what a command brings back; null: it is not kept. */
  readonly output: string | null;
  /** Words that are no options. */
  readonly words: readonly string[];
}

/** The options, for the help of each command that takes them. */
export const clusterOptions = `  --powershell EXECUTABLE  PowerShell with the module FailoverClusters; with --ssh the one on the node
                           (Windows PowerShell 5.1 when left out)
  --module-path FOLDER     looked in first for the modules
  --cluster NAME           the cluster; left out: the one that the computer is a node of
  --ssh USER@NODE          goes through a node with ssh; keys or an agent of ssh, nothing is asked
  --port NUMBER            port of ssh
  --identity FILE          private key for ssh
  --help                   this text
`;

/** Reads the words of a command about a real cluster. The answer is `help` where that was asked; the error is a sentence. */
export function readClusterArguments(args: readonly string[]): Result<ClusterArguments | 'help', string> {
  let parsed;
  try {
    parsed = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        powershell: { type: 'string' },
        'module-path': { type: 'string' },
        cluster: { type: 'string' },
        ssh: { type: 'string' },
        port: { type: 'string' },
        identity: { type: 'string' },
        output: { type: 'string' },
        help: { type: 'boolean', short: 'h' },
      },
    });
  } catch (error) {
    return failure(error instanceof Error ? error.message : String(error));
  }
  const { values, positionals } = parsed;
  if (values.help === true) return success('help');
  const { ssh: target, cluster = null, powershell = null, identity = null, output = null } = values;
  if (target !== undefined && cluster !== null)
    return failure('--ssh and --cluster exclude each other: a node acts on its own cluster.');
  if (target === undefined && (values.port !== undefined || identity !== null))
    return failure('--port and --identity go with --ssh.');
  const port = values.port === undefined ? null : Number(values.port);
  if (port !== null && !(Number.isInteger(port) && port > 0 && port < 65536))
    return failure(`--port takes a number from 1 to 65535, not ${JSON.stringify(values.port)}.`);
  const modulePath = values['module-path'] ?? null;
  const ssh = target === undefined ? null : splitTarget(target);
  return success({ powershell, modulePath, cluster, ssh, port, identity, output, words: positionals });
}

/** The last @ divides: a user may have one in the name. */
function splitTarget(target: string): { readonly user: string | null; readonly host: string } {
  const at = target.lastIndexOf('@');
  return at < 0 ? { user: null, host: target } : { user: target.slice(0, at), host: target.slice(at + 1) };
}
