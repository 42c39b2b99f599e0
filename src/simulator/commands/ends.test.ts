import { describe, expect, it } from 'vitest';
import type { Fault } from '#shared/faults/fault';
import { sampleRequests } from '../testing/command-requests';
import { loadSimulatedCluster } from '../simulated-cluster';
import { startCluster } from '../testing/test-cluster';

const rest = String.raw`
disks:
  - {name: CSV1, size: 500GB, use: csv, owner: N2}
  - {name: Data, size: 50GB, use: role}
  - {name: LUN, size: 50GB, use: role}
roles:
  - {name: VM1, type: virtualMachine, owner: N1, disks: [CSV1], memory: 4GB}
  - {name: VM2, type: virtualMachine, owner: N2, disks: [CSV1], memory: 4GB, state: offline, priority: low}
  - {name: VM3, type: virtualMachine, owner: N1, disks: [LUN], memory: 4GB, priority: low}
  - {name: Plain, type: virtualMachine, owner: N2, disks: [CSV1], memory: 4GB, clustered: false}
  - {name: FS, type: fileServer, owner: N1, disks: [Data], address: 192.168.100.60}
  - {name: App, type: genericService, owner: N3, possibleOwners: [N1, N3], resources: [{name: A, type: Generic Service}]}
`;

const faults: readonly (Fault | null)[] = [
  null,
  { fault: 'node.crash', node: 'N1' },
  { fault: 'node.crash', node: 'N2' },
  { fault: 'clusterService.crash', node: 'N1' },
  { fault: 'network.partition', groups: [['N1'], ['N2', 'N3']] },
  { fault: 'node.restart', node: 'N2' },
  { fault: 'resource.fail', resource: 'Virtual Machine VM1', times: 50 },
  { fault: 'disk.fail', disk: 'CSV1' },
  { fault: 'disk.fail', disk: 'Data' },
];

const moments = [0, 300, 900, 2500, 7000, 40_000];

describe('Engine: what a command begins', () => {
  it.each(['2008R2', '2012', '2022'])('ends, whatever breaks meanwhile and when, in %s', (release) => {
    const start = startCluster({ nodes: 3, release, cluster: 'address: 192.168.100.50', rest }).to(10).cluster;
    const saved = start.save();
    const left = sampleRequests(start.snapshot(), 6, 5).flatMap(({ command, input }, number) => {
      const fault = faults[number % faults.length] ?? null;
      const moment = moments[Math.floor(number / faults.length) % moments.length] ?? 0;
      const cluster = loadSimulatedCluster(saved);
      cluster.execute(command, input);
      cluster.advanceTo(cluster.now + moment);
      if (fault !== null) cluster.inject(fault);
      cluster.advanceTo(cluster.now + 4 * 3_600_000);
      const running = cluster.snapshot().operations.filter(({ outcome }) => outcome === 'running');
      const asked = `${command} ${JSON.stringify(input)}, ${fault?.fault ?? 'nothing'} after ${moment} ms`;
      return running.map((operation) => `${operation.title} still runs: ${asked}`);
    });
    expect(left).toEqual([]);
  });
});
