import { clusterError, type ClusterError } from '#shared/model/cluster-error';

/** Why an Electron that gets no security fixes any more opens no connection to a real cluster. */
export function oldElectronRefusal(version: string): ClusterError {
  return clusterError(
    'unsupported',
    `Electron ${version} gets no security fixes any more: it runs the training cluster, and connects to no real one.`,
    {
      advice:
        'Start Regroup with a supported Electron: from a network that lets it be downloaded, or set ELECTRON_OVERRIDE_DIST_PATH.',
    },
  );
}
