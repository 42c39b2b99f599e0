import { isAbsolute, join, resolve } from 'node:path';
import { createCommandRunner } from '#backend/powershell/acting/command-runner';
import { readAgentScript } from '#backend/powershell/agent/agent-script';
import type { ClusterTransport } from '#backend/powershell/cluster-transport';
import { createPowerShellBackend, type PowerShellBackend } from '#backend/powershell/powershell-backend';
import { localTransport, windowsPowerShell } from '#backend/powershell/transport/local-transport';
import { transportOf } from '#backend/powershell/transport/place-transport';
import type { TransportSurroundings } from '#backend/powershell/transport/transport-surroundings';
import { computerTime } from '#backend/real-time';
import { failure, success, type Result } from '#shared/model/result';
import type { ClusterArguments } from './cluster-arguments';
import { printable } from './printable';
import type { Streams } from './streams';
import { terminalAsker } from './terminal-asker';

const resources = join(__dirname, '..', '..', 'resources');

/** What the agents of a command line get; their warnings go where complaints go, each of them once. */
export function surroundings(streams: Streams): TransportSurroundings {
  const told = new Set<string>();
  return {
    script: readAgentScript(join(resources, 'powershell')),
    time: computerTime,
    log: (level, text) => {
      if (level !== 'warn' || told.has(text)) return;
      told.add(text);
      streams.complain(`${printable(text)}\n`);
    },
  };
}

/** Makes the backend of a real cluster; it is not connected yet. The error is a sentence about the command line. */
export function openCluster(args: ClusterArguments, streams: Streams): Result<PowerShellBackend, string> {
  const around = surroundings(streams);
  const transport = wayTo(args, around);
  if (!transport.ok) return transport;
  return success(
    createPowerShellBackend({
      transport: transport.value,
      time: computerTime,
      now: Date.now,
      log: around.log,
      onDemand: true,
      createRunner: createCommandRunner,
    }),
  );
}

/** The way to the cluster that a command line names; the error is a sentence about it. */
export function wayTo(args: ClusterArguments, around: TransportSurroundings): Result<ClusterTransport, string> {
  const { powershell, modulePath, cluster, node, userData } = args;
  if (node !== null) {
    const place = node.kind === 'ssh' ? { ...node, identity: node.identity && resolve(node.identity) } : node;
    return transportOf(place, {
      ...around,
      asker: terminalAsker(),
      knownHosts: join(resolve(userData), 'known_hosts'),
      askpassFolder: join(resources, 'askpass'),
      powershell,
      modulePath,
    });
  }
  const executable = powershell ?? windowsPowerShell(process.platform, process.env);
  if (executable === null)
    return failure(
      'Name a PowerShell with --powershell, or a node with --ssh: this computer has no Windows PowerShell.',
    );
  const folder = modulePath === null || isAbsolute(modulePath) ? modulePath : resolve(modulePath);
  return success(localTransport({ executable, modulePath: folder, cluster }, around));
}
