import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createAgentPool } from '#backend/powershell/agent/agent-pool';
import { readAgentScript } from '#backend/powershell/agent/agent-script';
import type { ClusterTransport } from '#backend/powershell/cluster-transport';
import { computerTime } from '#backend/real-time';
import { foldName } from '#shared/model/cluster-view';
import type { JsonValue } from '#shared/model/operation';
import { powerShellFolder, pwshLaunch } from './pwsh';
import type { SnapshotRows } from './rows-of-snapshot';

const modules = fileURLToPath(new URL('fake-reading-modules', import.meta.url));

/** A cluster whose agents are the real ones in a real PowerShell, on modules that answer from rows. */
export interface PwshCluster {
  readonly transport: ClusterTransport;
  readonly log: readonly string[];
  close(): void;
}

/** Puts `=` before every text: ConvertFrom-Json would take some for times. */
function marked(value: unknown): JsonValue {
  if (typeof value === 'string') return `=${value}`;
  if (Array.isArray(value)) return value.map(marked);
  if (typeof value !== 'object' || value === null) return value as JsonValue;
  return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, marked(inner)]));
}

/** Makes it. `node`: where the cluster's own agents run. */
export function pwshCluster(pwsh: string, rows: SnapshotRows, node: string): PwshCluster {
  const folder = mkdtempSync(join(tmpdir(), 'regroup-rows-'));
  const file = join(folder, 'rows.json');
  writeFileSync(file, JSON.stringify(marked({ cluster: rows.cluster, nodes: Object.fromEntries(rows.nodes) })));
  const log: string[] = [];
  const script = readAgentScript(powerShellFolder);
  return {
    log,
    transport: {
      namesNodes: false,
      seats: () => [{ name: node, node }],
      open: (_, onPush) =>
        createAgentPool({
          place: (lane) => ({
            launch: {
              ...pwshLaunch(pwsh),
              environment: {
                REGROUP_TEST_ROWS: file,
                REGROUP_TEST_NODE: foldName(typeof lane === 'string' ? node : lane.node),
              },
            },
            open: { modulePath: modules },
          }),
          script,
          time: computerTime,
          log: (_level, text) => log.push(text),
          onPush,
        }),
    },
    close: () => rmSync(folder, { recursive: true, force: true }),
  };
}
