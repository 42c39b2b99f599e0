import type { Bridge } from '#shared/contract/bridge';
import type { Settings } from '#shared/settings/settings';
import type { AppAccess } from './app-context';
import { callOrThrow } from './bridge';
import { followClusters, type Clusters } from './clusters';

/** What a window needs before it can be shown. */
export interface OpenedWindow {
  readonly access: AppAccess;
  readonly clusters: Clusters;
  readonly settings: Settings;
}

/** Asks main for everything; updates of the clusters come while the window is still being built. */
export async function openWindow(bridge: Bridge): Promise<OpenedWindow> {
  const [app, settings, connections] = await Promise.all([
    callOrThrow(bridge, 'app.info', undefined),
    callOrThrow(bridge, 'settings.get', undefined),
    callOrThrow(bridge, 'connections.list', undefined),
  ]);
  const access: AppAccess = { bridge, app };
  return { access, clusters: followClusters(access, connections), settings };
}
