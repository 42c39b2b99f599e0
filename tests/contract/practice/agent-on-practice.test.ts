import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Agent } from '#backend/powershell/agent/agent';
import { readAgentScript } from '#backend/powershell/agent/agent-script';
import { followCluster, type PracticeCluster } from '#backend/practice/practice-cluster';
import { startPracticeServer, type PracticeServer } from '#backend/practice/practice-server';
import type { SimulatedBackend } from '#backend/simulated/simulated-backend';
import { catalogue, commandOf, type CommandName } from '#shared/commands/catalogue';
import type { ScriptStep } from '#shared/commands/script-step';
import type { JsonValue } from '#shared/model/operation';
import type { ClusterSnapshot } from '#shared/model/snapshot';
import type { RawInput } from '../../support/command-samples';
import { openBackend, practiceScenario } from '../../support/practice-rig';
import { findPwsh, powerShellFolder, pwshLaunch } from '../../support/pwsh';
import { agentRig } from '../../support/stand-in-agent/agent-rig';

const pwsh = findPwsh();
const day = 86_400_000;
const moreDisks = practiceScenario.replace('roles:', '  - { name: CSV2, size: 500GB, use: csv, owner: Demo2 }\nroles:');
const scenario = `${moreDisks}  - name: TEST-01
    type: virtualMachine
    clustered: false
    owner: Demo1
    disks: [CSV1]
    memory: 1GB
    state: offline
`;

type Case = { [Name in CommandName]: readonly [Name, RawInput<Name>] }[CommandName];

/** One after the other on the same cluster. */
const story: readonly Case[] = [
  ['role.setPriority', { role: 'VM1', priority: 'high' }],
  ['role.setPreferredOwners', { role: 'VM1', preferredOwners: ['Demo2', 'Demo1'] }],
  ['role.setPreferredOwners', { role: 'VM1', preferredOwners: [] }],
  ['role.setFailover', { role: 'VM1', failover: { threshold: 2, period: 7_200_000 } }],
  ['role.setFailback', { role: 'VM1', failback: { from: 22, to: 5 } }],
  ['role.setFailback', { role: 'VM1', failback: 'immediate' }],
  ['role.setFailback', { role: 'VM1', failback: 'prevent' }],
  ['role.setAntiAffinity', { role: 'VM1', antiAffinity: ['DC', 'SQL'] }],
  ['role.setAntiAffinity', { role: 'VM1', antiAffinity: [] }],
  ['role.liveMigrate', { role: 'VM1', destination: 'Demo2' }],
  ['role.quickMigrate', { role: 'VM1', destination: 'Demo1' }],
  ['role.takeOffline', { role: 'FS1' }],
  ['role.bringOnline', { role: 'FS1' }],
  ['role.move', { role: 'FS1', destination: 'Demo2' }],
  ['vm.save', { vm: 'VM2' }],
  ['vm.start', { vm: 'VM2' }],
  ['vm.turnOff', { vm: 'VM2' }],
  ['vm.start', { vm: 'TEST-01' }],
  ['vm.shutDown', { vm: 'TEST-01' }],
  ['role.createVirtualMachine', { vm: 'TEST-01' }],
  ['vm.migrateStorage', { vm: 'VM3', disk: 'CSV2' }],
  ['resource.add', { role: 'FS1', name: 'Indexer', type: 'Generic Service', dependsOn: 'FS1 and LUN7' }],
  ['resource.setDependency', { resource: 'Indexer', dependsOn: '' }],
  ['resource.setPossibleOwners', { resource: 'Indexer', nodes: ['Demo2'] }],
  ['resource.setPolicies', { resource: 'Indexer', restart: { threshold: 3, delay: 500 }, pendingTimeout: 60_000 }],
  ['resource.bringOnline', { resource: 'Indexer' }],
  ['resource.takeOffline', { resource: 'Indexer' }],
  ['resource.simulateFailure', { resource: 'FS1' }],
  ['resource.remove', { resource: 'Indexer' }],
  ['disk.setMaintenance', { disk: 'LUN7', on: true }],
  ['disk.setMaintenance', { disk: 'LUN7', on: false }],
  ['disk.moveSharedVolume', { disk: 'CSV1', destination: 'Demo2' }],
  ['network.setRole', { network: 'iSCSI', role: 'cluster' }],
  ['network.setLiveMigrationOrder', { networks: ['Public', 'Private'] }],
  ['network.rename', { network: 'iSCSI', name: "O'Storage $(x)" }],
  ['cluster.setProperty', { property: 'SameSubnetThreshold', value: 20 }],
  ['cluster.setProperty', { property: 'ResiliencyDefaultPeriod', value: 60_000 }],
  ['cluster.moveCoreResources', { destination: 'Demo2' }],
  ['cluster.setQuorum', { mode: 'nodeAndFileShareMajority', witness: '\\\\DC\\Witness' }],
  ['role.create', { type: 'genericService', name: 'Queue', service: 'Queue', address: '192.168.100.61' }],
  ['node.pause', { node: 'Demo1', drain: true }],
  ['node.resume', { node: 'Demo1', failback: 'immediate' }],
  ['node.setVote', { node: 'Demo2', vote: 0 }],
  ['node.stopService', { node: 'Demo2' }],
  ['node.startService', { node: 'Demo2' }],
  ['role.remove', { role: 'Queue' }],
  ['cluster.shutDown', {}],
  ['cluster.start', {}],
];

/** What a cluster is, without when and how it became so. */
function lasting({ time: _time, operations: _operations, ...rest }: ClusterSnapshot): object {
  return rest;
}

/** The agent in PowerShell, the practice modules and the pipe between a command and the cluster must change nothing. */
describe.skipIf(pwsh === null)('the agent on the practice modules', { timeout: 240_000 }, () => {
  let through: SimulatedBackend;
  let direct: SimulatedBackend;
  let server: PracticeServer;
  let agent: Agent;
  const followed: PracticeCluster[] = [];

  beforeAll(async () => {
    through = await openBackend(scenario);
    direct = await openBackend(scenario);
    const options = { advanceWhileWaiting: true, epoch: 0 };
    server = await startPracticeServer({ backend: through, ...options });
    followed.push(followCluster(through, options), followCluster(direct, options));
    ({ agent } = agentRig({
      launch: {
        ...pwshLaunch(pwsh ?? ''),
        environment: { REGROUP_PRACTICE_PIPE: server.pipe, REGROUP_PRACTICE_TOKEN: server.token },
      },
      script: readAgentScript(powerShellFolder),
      open: { modulePath: join(powerShellFolder, 'RegroupPractice') },
    }));
  });

  afterAll(async () => {
    void agent.close();
    for (const cluster of followed) cluster.stop();
    await server.close();
    await Promise.all([through.close(), direct.close()]);
  });

  const clusters = (): readonly [PracticeCluster, PracticeCluster] => {
    const [one, other] = followed;
    if (one === undefined || other === undefined) throw new Error('The clusters are not open.');
    return [one, other];
  };

  test.each(story)('%s %j', async (command, given) => {
    const [one, other] = clusters();
    const input = catalogue[command].input.parse(given);
    const steps: readonly ScriptStep[] = commandOf(command).script(input, one.view());
    const answer = await agent.run({ op: 'run', args: { steps: steps as unknown as JsonValue }, timeout: 120_000 });
    expect(answer.ok ? null : answer.error).toBeNull();
    await other.start('test', command, input);
    await one.advanceUntilIdle(day);
    await other.advanceUntilIdle(day);
    expect(lasting(one.view().snapshot)).toEqual(lasting(other.view().snapshot));
  });
});
