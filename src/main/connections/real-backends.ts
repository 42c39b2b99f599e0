import { join } from 'node:path';
import { auditedBackend, type AuditOptions } from '#backend/audit/audited-backend';
import type { Attention } from '#backend/attention';
import type { ClusterBackend } from '#backend/cluster-backend';
import { createCommandRunner } from '#backend/powershell/acting/command-runner';
import { readAgentScript } from '#backend/powershell/agent/agent-script';
import type { ClusterTransport } from '#backend/powershell/cluster-transport';
import { testConnection } from '#backend/powershell/connection-test/connection-test';
import { reachTargetOf } from '#backend/powershell/connection-test/reach';
import { createPowerShellBackend } from '#backend/powershell/powershell-backend';
import type { Asker } from '#backend/powershell/transport/asker';
import { transportOf, type PlaceSurroundings } from '#backend/powershell/transport/place-transport';
import { computerTime } from '#backend/real-time';
import type { ConnectionDraft, TestStep } from '#shared/contract/connections';
import { clusterError } from '#shared/model/cluster-error';
import { failure, success, type Result } from '#shared/model/result';
import type { Log } from '../log/log';
import type { KeptConnection } from './connection-store';

/** What the backends of real clusters need of the program. */
export interface RealBackendsOptions {
  /** Folder of the host keys that were trusted. */
  readonly userData: string;
  /** Folder `resources`. */
  readonly resources: string;
  readonly audit: Omit<AuditOptions, 'place'>;
  /** What a connection is called now; null: it is gone. */
  readonly nameOf: (connection: string) => string | null;
  /** Answers the questions of a connection; null: of one that is not saved. */
  readonly asker: (connection: string | null) => Asker;
  /** PowerShell of this computer; null: Windows PowerShell. */
  readonly powershell: string | null;
  readonly modulePath: string | null;
  /** What windows show. */
  readonly attention: Pick<Attention, 'of'>;
  readonly log: Log;
}

/** Ways to real clusters. The errors say why a place cannot be reached from this computer. */
export interface RealBackends {
  /** Makes a backend that is not connected yet. */
  create(connection: KeptConnection): Result<ClusterBackend>;
  /** Tries a connection step by step; `id` null: one that is not saved. */
  test(
    connection: TestedConnection,
    signal: AbortSignal,
    onStep: (step: TestStep) => void,
  ): Promise<Result<readonly TestStep[]>>;
}

/** A connection as it is to be tried. */
export interface TestedConnection {
  /** The one whose secrets are used; null: one that is not saved. */
  readonly id: string | null;
  readonly draft: ConnectionDraft;
}

/** Reads what all agents share; loaded when the first connection is opened or tried. */
export function realBackends(options: RealBackendsOptions): RealBackends {
  const { userData, resources, log } = options;
  const script = readAgentScript(join(resources, 'powershell'));
  const around = (id: string | null): PlaceSurroundings => ({
    script,
    time: computerTime,
    log: (level, text) => log[level](`Connection ${id ?? 'that is tried'}: ${text}`),
    asker: options.asker(id),
    knownHosts: join(userData, 'known_hosts'),
    askpassFolder: join(resources, 'askpass'),
    powershell: options.powershell,
    modulePath: options.modulePath,
  });
  const open = (draft: ConnectionDraft, surroundings: PlaceSurroundings): Result<ClusterTransport> => {
    const transport = transportOf(draft.place, surroundings);
    return transport.ok ? transport : failure(clusterError('unsupported', transport.error));
  };
  const create: RealBackends['create'] = ({ id, draft }) => {
    const surroundings = around(id);
    const transport = open(draft, surroundings);
    if (!transport.ok) return transport;
    const backend = createPowerShellBackend({
      transport: transport.value,
      time: computerTime,
      now: Date.now,
      log: surroundings.log,
      attention: options.attention.of(id),
      readOnly: draft.readOnly,
      createRunner: createCommandRunner,
    });
    const account = 'user' in draft.place ? draft.place.user : null;
    const place = () => ({
      connection: id,
      name: options.nameOf(id),
      training: false,
      ...(account !== null && { account }),
    });
    return success(auditedBackend(backend, { ...options.audit, place }));
  };
  const test: RealBackends['test'] = async ({ id, draft }, signal, onStep) => {
    const surroundings = around(id);
    const transport = open(draft, surroundings);
    if (!transport.ok) return transport;
    const steps = await testConnection({
      transport: transport.value,
      target: reachTargetOf(draft.place),
      readOnly: draft.readOnly,
      time: computerTime,
      log: surroundings.log,
      signal,
      onStep,
    });
    return success(steps);
  };
  return { create, test };
}
