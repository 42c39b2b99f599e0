import { foldName } from '#shared/model/cluster-view';
import { notFound, wrongArgument } from '../cmdlet-failure';
import type { Cmdlet, CmdletRun } from '../cmdlet-run';
import { named, tellMissing } from '../name-pattern';
import { sharedVolumeObject, sharedVolumeStateObject } from '../objects/shared-volume-object';
import { reference, textIn } from '../practice-object';
import { act } from './act';
import { writeResource } from './resource-cmdlets';
import { givenNames, inputIs, requiredNames, runningCluster } from './scope';

function volumeTargets(run: CmdletRun): readonly string[] {
  const view = runningCluster(run);
  return requiredNames(run, 'Name', ['ClusterSharedVolume', 'ClusterResource']).map((name) => {
    const volume = view.sharedVolume(name);
    if (volume === undefined) throw notFound('cluster shared volume', name);
    return volume.name;
  });
}

/** Cmdlets about disks and cluster shared volumes. */
export const storageCmdlets = {
  'Get-ClusterSharedVolume': (run) => {
    const view = runningCluster(run);
    const names = givenNames(run, 'Name', ['ClusterSharedVolume']);
    const missing = tellMissing(run, (name) => notFound('cluster shared volume', name));
    for (const volume of named(view.snapshot.sharedVolumes, ({ name }) => name, names, missing))
      run.write(sharedVolumeObject(volume));
  },
  'Get-ClusterSharedVolumeState': (run) => {
    const view = runningCluster(run);
    const names = givenNames(run, 'Name', ['ClusterSharedVolume']);
    const piped = inputIs(run, 'ClusterNode');
    const nodes = (piped === undefined ? run.parameters.texts('Node') : [textIn(piped, 'Name')])?.map(foldName);
    const missing = tellMissing(run, (name) => notFound('cluster shared volume', name));
    for (const volume of named(view.snapshot.sharedVolumes, ({ name }) => name, names, missing))
      for (const state of volume.nodeStates)
        if (nodes?.includes(foldName(state.node)) !== false) run.write(sharedVolumeStateObject(volume, state));
  },
  'Add-ClusterSharedVolume': async (run) => {
    runningCluster(run);
    for (const disk of requiredNames(run, 'Name', ['ClusterResource'])) {
      await act(run, 'disk.addToSharedVolumes', { disk });
      writeResource(run, disk);
    }
  },
  'Remove-ClusterSharedVolume': async (run) => {
    for (const disk of volumeTargets(run)) {
      await act(run, 'disk.removeFromSharedVolumes', { disk });
      writeResource(run, disk);
    }
  },
  'Move-ClusterSharedVolume': async (run) => {
    const node = run.parameters.text('Node');
    for (const disk of volumeTargets(run)) {
      await act(run, 'disk.moveSharedVolume', { disk, ...(node === undefined ? {} : { destination: node }) });
      writeResource(run, disk);
    }
  },
  'Get-ClusterAvailableDisk': (run) => {
    const view = runningCluster(run);
    const { disks } = view.snapshot;
    for (const [place, disk] of disks.entries()) {
      if (disk.use !== 'NotClustered') continue;
      run.write({
        $type: 'ClusterDiskInfo',
        Name: disk.name,
        Id: disk.id,
        Number: place + 1,
        Size: disk.size,
        Cluster: reference('Cluster', view.snapshot.cluster.name),
        Partitions: [],
      });
    }
  },
  'Add-ClusterDisk': async (run) => {
    runningCluster(run);
    const disks = run.parameters.objects('InputObject').filter(({ $type }) => $type === 'ClusterDiskInfo');
    if (disks.length === 0) throw wrongArgument('Add-ClusterDisk takes what Get-ClusterAvailableDisk answers.');
    for (const input of disks) {
      const name = textIn(input, 'Name');
      await act(run, 'disk.add', { disk: name });
      writeResource(run, name);
    }
  },
} as const satisfies { readonly [cmdlet: string]: Cmdlet };
