import { describe, expect, it } from 'vitest';
import { commandsFor } from '#shared/commands/catalogue';
import { clusterView } from '#shared/model/cluster-view';
import { startCluster } from '../testing/test-cluster';
import { isSimulatedInGuests } from './guest-commands';

describe('Virtual machines: commands about roles and resources of guest clusters', () => {
  const test = startCluster({
    rest: `roles: [{name: VM1, type: virtualMachine, owner: N1}, {name: VM2, type: virtualMachine, owner: N2}]
guestClusters: [{name: G, nodes: [VM1, VM2], roles: [{name: App, type: genericService, owner: VM1}]}]`,
  });
  const view = clusterView(test.cluster.snapshot());

  it.each([...commandsFor('role'), ...commandsFor('resource')])(
    '$name is offered by the catalogue where it is simulated',
    (command) => {
      const offer = command.availability('App', view);
      const barred = !offer.available && offer.reason.includes('guest cluster G');
      expect(barred).toBe(!isSimulatedInGuests(command.name));
    },
  );
});
