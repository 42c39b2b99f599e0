import { z } from 'zod';
import { accepted, defineCommand, unchanged } from './command-definition';
import { objection, refusal } from './objection';
import { anyCluster, runningCluster } from './rules/subject';
import { call } from './script-step';
import { aboutCluster } from './targets';
import { countOf, listOf } from './words';

/** Stops every role and the cluster service on every node. */
export const shutDownCluster = defineCommand({
  name: 'cluster.shutDown',
  title: 'Shut Down Cluster',
  ...aboutCluster,
  input: z.strictObject({}),
  risk: 'disruptive',
  asks: false,
  describe: () => 'Shut down the cluster',
  availability: (name, view) => runningCluster.offer(name, view, () => null),
  check: (_input, view) =>
    runningCluster.check('', view, (cluster) => {
      const online = view.snapshot.roles.filter((role) => !role.isCoreGroup && role.state !== 'Offline');
      const machines = online.filter((role) => role.groupType === 'VirtualMachine');
      return accepted(
        online.length === 0
          ? `No service or application of ${cluster.name} is online.`
          : `${countOf(online.length, 'service or application', 'services and applications')} go offline: clients lose their connections.`,
        ...(machines.length === 0
          ? []
          : [
              `${countOf(machines.length, 'virtual machine')} among them ${machines.length === 1 ? 'is' : 'are'} saved, or shut down where that is set.`,
            ]),
        'The cluster service stops on every node. Nothing in the cluster can be reached until Start Cluster.',
      );
    }),
  script: () => [call('Stop-Cluster', { Force: true, Confirm: false })],
});

/** Starts the cluster service on every node. */
export const startCluster = defineCommand({
  name: 'cluster.start',
  title: 'Start Cluster',
  ...aboutCluster,
  input: z.strictObject({}),
  risk: 'safe',
  asks: false,
  describe: () => 'Start the cluster',
  availability: (name, view) =>
    anyCluster.offer(name, view, (cluster) => {
      if (cluster.state === 'NotFormed') return objection(`${cluster.name} has not been created yet.`);
      return cluster.state === 'Running' ? objection(`${cluster.name} is already running.`) : null;
    }),
  check: (_input, view) =>
    anyCluster.check('', view, (cluster) => {
      if (cluster.state === 'Running') return unchanged(`${cluster.name} is already running.`);
      if (cluster.state === 'NotFormed')
        return refusal(objection(`${cluster.name} has not been created yet.`)) ?? accepted();
      return accepted(
        'The cluster service starts on every node that has power.',
        `${cluster.name} runs as soon as enough nodes for quorum have joined; then its roles come online.`,
      );
    }),
  script: () => [call('Start-Cluster')],
});

/** Removes the cluster; the servers stay. */
export const destroyCluster = defineCommand({
  name: 'cluster.destroy',
  title: 'Destroy Cluster',
  ...aboutCluster,
  input: z.strictObject({}),
  risk: 'destructive',
  asks: false,
  describe: () => 'Destroy the cluster',
  availability: (name, view) => runningCluster.offer(name, view, () => null),
  check: (_input, view) =>
    runningCluster.check('', view, (cluster) => {
      const roles = view.snapshot.roles.filter((role) => !role.isCoreGroup);
      const down = view.snapshot.nodes.filter((node) => node.state === 'Down').map((node) => node.name);
      return accepted(
        `The configuration of ${cluster.name} is deleted on every node. This cannot be undone.`,
        ...(roles.length === 0
          ? []
          : [
              `${countOf(roles.length, 'service or application', 'services and applications')} are no longer highly available and go offline. Virtual machines and what is on the disks stay.`,
            ]),
        ...(down.length === 0
          ? []
          : [`${listOf(down)} cannot be reached and must be cleaned up later with Clear-ClusterNode.`]),
      );
    }),
  script: () => [call('Remove-Cluster', { Force: true, Confirm: false })],
});
