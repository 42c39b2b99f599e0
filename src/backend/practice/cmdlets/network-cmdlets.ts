import { foldName } from '#shared/model/cluster-view';
import { notFound } from '../cmdlet-failure';
import type { Cmdlet } from '../cmdlet-run';
import { named, tellMissing } from '../name-pattern';
import { interfaceObject, networkObject } from '../objects/network-object';
import { givenNames, inputIs, runningCluster } from './scope';

/** Cmdlets about networks of the cluster. */
export const networkCmdlets = {
  'Get-ClusterNetwork': (run) => {
    const view = runningCluster(run);
    const names = givenNames(run, 'Name', ['ClusterNetwork']);
    const missing = tellMissing(run, (name) => notFound('network', name));
    for (const network of named(view.snapshot.networks, ({ name }) => name, names, missing))
      run.write(networkObject(network, view));
  },
  'Get-ClusterNetworkInterface': (run) => {
    const view = runningCluster(run);
    const node = inputIs(run, 'ClusterNode')?.['Name'];
    const network = inputIs(run, 'ClusterNetwork')?.['Name'];
    const nodes = (typeof node === 'string' ? [node] : run.parameters.texts('Node'))?.map(foldName);
    const networks = (typeof network === 'string' ? [network] : run.parameters.texts('Network'))?.map(foldName);
    const among = view.snapshot.networkInterfaces.filter(
      (one) => nodes?.includes(foldName(one.node)) !== false && networks?.includes(foldName(one.network)) !== false,
    );
    const names = givenNames(run, 'Name', ['ClusterNetworkInterface']);
    const missing = tellMissing(run, (name) => notFound('network interface', name));
    for (const one of named(among, ({ name }) => name, names, missing)) run.write(interfaceObject(one, view));
  },
} as const satisfies { readonly [cmdlet: string]: Cmdlet };
