import { describe, expect, test } from 'vitest';
import { catalogue, isCommandName } from '#shared/commands/catalogue';
import { commandList, keysOf } from './command-keys';

describe('the keys of a command', () => {
  test('are told with what may stand there and what may be left out', () => {
    expect(keysOf('cluster.shutDown')).toBe('cluster.shutDown');
    expect(keysOf('role.move')).toBe('role.move role=TEXT [destination=TEXT]');
    expect(keysOf('node.setVote')).toBe('node.setVote node=TEXT vote=0|1');
    expect(keysOf('network.setRole')).toBe('network.setRole network=TEXT role=none|cluster|clusterAndClient');
    expect(keysOf('role.setPreferredOwners')).toContain('preferredOwners=TEXT,...');
    expect(keysOf('role.setFailback')).toContain('failback=prevent|immediate|{"from":NUMBER,"to":NUMBER}');
  });

  test('tell the units of numbers', () => {
    expect(keysOf('vm.create')).toContain('memory=BYTES processors=NUMBER');
    expect(keysOf('resource.setPolicies')).toContain('[pendingTimeout=MILLISECONDS]');
  });

  test('are listed for every command', () => {
    const listed = commandList();
    for (const command of Object.keys(catalogue).filter(isCommandName)) expect(listed).toContain(`  ${command}`);
  });
});
