import { describe, expect, it } from 'vitest';
import { loaded, scenarioText, sharedVolume } from '../testing/scenario-text';

describe('Scenario files: defaults', () => {
  const scenario = loaded(
    scenarioText(`${sharedVolume}\nroles:\n  - {name: VM1, type: virtualMachine, owner: Demo1, disks: [CSV1]}`),
  );

  it('has the three networks of the specification', () => {
    expect(scenario.networks).toEqual([
      {
        name: 'Public',
        subnet: '192.168.100.0/24',
        role: 'clusterAndClient',
        bandwidth: 1e9,
        liveMigration: 2,
        latency: 0.2,
      },
      { name: 'Private', subnet: '10.10.10.0/24', role: 'cluster', bandwidth: 1e9, liveMigration: 1, latency: 0.2 },
      { name: 'iSCSI', subnet: '172.30.100.0/24', role: 'none', bandwidth: 1e9, liveMigration: null, latency: 0.2 },
    ]);
  });

  it('is Windows Server 2022 with seed 1, without an end, with a plain majority of nodes', () => {
    expect(scenario).toMatchObject({ release: '2022', seed: 1, until: null, storage: null, description: null });
    expect(scenario.cluster).toEqual({
      name: 'C',
      domain: null,
      address: null,
      formed: true,
      settings: {},
      quorum: { mode: 'nodeMajority', witness: null, dynamic: null, lowerPriorityNode: null },
    });
  });

  it('gives each node 64 GB, of which the host keeps 2, and an address by order on every network', () => {
    expect(scenario.nodes[1]).toEqual({
      name: 'Demo2',
      memory: 68_719_476_736,
      hostReserve: 2_147_483_648,
      cpu: {
        vendor: 'Intel',
        model: 'Xeon E5',
        logicalProcessors: 16,
        is64Bit: true,
        virtualization: true,
        executionPrevention: true,
      },
      site: null,
      vote: 1,
      state: 'up',
      osBuild: '20348.2700',
      interfaces: [
        { network: 'Public', address: '192.168.100.12' },
        { network: 'Private', address: '10.10.10.12' },
        { network: 'iSCSI', address: '172.30.100.12' },
      ],
    });
  });

  it('gives a virtual machine 4 GB, all of it used, of which a tenth is its working set', () => {
    expect(scenario.roles[0]).toMatchObject({
      owner: 'Demo1',
      state: 'online',
      partOf: null,
      priority: 'medium',
      failback: { kind: 'prevent' },
      failover: { threshold: null, period: null },
      restart: { threshold: null, period: null, delay: null, retryAfter: null },
      machine: {
        memory: 4_294_967_296,
        usedMemory: 4_294_967_296,
        processors: 2,
        dirtyRate: 10_485_760,
        workingSet: 429_496_729,
        bootTime: 20_000,
        offlineAction: 'save',
        cpuCompatibility: false,
        heartbeatCheck: true,
      },
    });
    expect(scenario.virtualMachines).toEqual([]);
  });

  it('gives a disk 128 MB/s and persistent reservations', () => {
    expect(scenario.disks[0]).toEqual({
      name: 'CSV1',
      size: 536_870_912_000,
      device: null,
      use: 'csv',
      owner: null,
      throughput: 134_217_728,
      persistentReservations: true,
      bus: 'iSCSI',
    });
  });

  it('connects every node with every storage server, with roundRobin', () => {
    const { storage } = loaded(
      scenarioText(`storage:
  servers: [{name: S1, nics: {iSCSI: 172.30.100.1}}, {name: S2}]
  devices: [{name: HA1, size: 1GB, mirrors: [{server: s1}, {server: S2}]}]`),
    );
    expect(storage).toEqual({
      mpio: 'roundRobin',
      servers: [
        { name: 'S1', interfaces: [{ network: 'iSCSI', address: '172.30.100.1' }] },
        { name: 'S2', interfaces: [{ network: 'iSCSI', address: '172.30.100.13' }] },
      ],
      devices: [
        {
          name: 'HA1',
          size: 1_073_741_824,
          synchronized: true,
          syncRate: 104_857_600,
          mirrors: [
            { server: 'S1', target: 'HA1', priority: 'primary' },
            { server: 'S2', target: 'HA1Partner', priority: 'secondary' },
          ],
        },
      ],
      sessions: [
        { node: 'Demo1', server: 'S1' },
        { node: 'Demo1', server: 'S2' },
        { node: 'Demo2', server: 'S1' },
        { node: 'Demo2', server: 'S2' },
      ],
    });
  });
});
