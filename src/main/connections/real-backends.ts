import { join } from 'node:path';
import { auditedBackend, type AuditOptions } from '#backend/audit/audited-backend';
import type { ClusterBackend } from '#backend/cluster-backend';
import { createCommandRunner } from '#backend/powershell/acting/command-runner';
import { readAgentScript } from '#backend/powershell/agent/agent-script';
import { createPowerShellBackend } from '#backend/powershell/powershell-backend';
import type { Asker } from '#backend/powershell/transport/asker';
import { transportOf, type PlaceSurroundings } from '#backend/powershell/transport/place-transport';
import { computerTime } from '#backend/real-time';
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
  /** Answers the questions of a connection; null: of one that is not saved. */
  readonly asker: (connection: string | null) => Asker;
  /** PowerShell of this computer; null: Windows PowerShell. */
  readonly powershell: string | null;
  readonly modulePath: string | null;
  readonly log: Log;
}

/** Makes a backend that is not connected yet; the error says why its place cannot be reached from this computer. */
export type CreateBackend = (connection: KeptConnection) => Result<ClusterBackend>;

/** Reads what all agents share; loaded when the first connection is opened. */
export function realBackends(options: RealBackendsOptions): CreateBackend {
  const { userData, resources, log } = options;
  const script = readAgentScript(join(resources, 'powershell'));
  const around = (id: string): PlaceSurroundings => ({
    script,
    time: computerTime,
    log: (level, text) => log[level](`Connection ${id}: ${text}`),
    asker: options.asker(id),
    knownHosts: join(userData, 'known_hosts'),
    askpassFolder: join(resources, 'askpass'),
    powershell: options.powershell,
    modulePath: options.modulePath,
  });
  return ({ id, draft }) => {
    const surroundings = around(id);
    const transport = transportOf(draft.place, surroundings);
    if (!transport.ok) return failure(clusterError('unsupported', transport.error));
    const backend = createPowerShellBackend({
      transport: transport.value,
      time: computerTime,
      now: Date.now,
      log: surroundings.log,
      readOnly: draft.readOnly,
      createRunner: createCommandRunner,
    });
    const account = 'user' in draft.place ? draft.place.user : null;
    const place = { connection: id, training: false, ...(account !== null && { account }) };
    return success(auditedBackend(backend, { ...options.audit, place }));
  };
}
