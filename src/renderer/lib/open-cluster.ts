import type { Bridge } from '#shared/contract/bridge';
import type { Settings } from '#shared/settings/settings';
import { callOrThrow } from './bridge';
import { clusterClient } from './cluster-client';
import type { ClusterAccess } from './cluster-context';
import { clusterStore } from './cluster-store';
import { pacedFrames } from './paced-frames';

/** What a window needs before it can be shown. */
export interface OpenedCluster {
  readonly access: ClusterAccess;
  readonly settings: Settings;
}

/** Opens the first cluster of the list; its updates come while the window is still being built. */
export async function openCluster(bridge: Bridge): Promise<OpenedCluster> {
  const [app, settings, [connection]] = await Promise.all([
    callOrThrow(bridge, 'app.info', undefined),
    callOrThrow(bridge, 'settings.get', undefined),
    callOrThrow(bridge, 'connections.list', undefined),
  ]);
  if (connection === undefined) throw new Error('There is no cluster to show.');
  const client = clusterClient(bridge, connection.id, () => crypto.randomUUID());
  const store = clusterStore({
    resynchronise: () => client.resynchronise(),
    schedule: pacedFrames(),
    now: () => performance.now(),
  });
  client.subscribe((update) => store.apply(update));
  return { access: { bridge, app, connection, client, store }, settings };
}
