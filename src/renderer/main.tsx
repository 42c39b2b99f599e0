import '#shared/jitless';
import { QueryClient } from '@tanstack/react-query';
import { createRoot } from 'react-dom/client';
import type { Bridge } from '#shared/contract/bridge';
import { App } from './app/app';
import { callOrThrow } from './lib/bridge';
import { clusterClient } from './lib/cluster-client';
import type { ClusterAccess } from './lib/cluster-context';
import { clusterStore } from './lib/cluster-store';
import { pacedFrames } from './lib/paced-frames';
import { queryKeys } from './lib/queries';

/** Opens the first cluster of the list and lets its updates come while the window is still being built. */
async function openCluster(bridge: Bridge): Promise<ClusterAccess> {
  const [app, [connection]] = await Promise.all([
    callOrThrow(bridge, 'app.info', undefined),
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
  return { bridge, app, connection, client, store };
}

async function start(bridge: Bridge, root: Element): Promise<void> {
  const queries = new QueryClient({ defaultOptions: { queries: { retry: false, refetchOnWindowFocus: false } } });
  const [access, settings] = await Promise.all([openCluster(bridge), callOrThrow(bridge, 'settings.get', undefined)]);
  queries.setQueryData(queryKeys.settings, settings);
  createRoot(root).render(
    <App
      access={access}
      queries={queries}
      nonce={document.querySelector<HTMLMetaElement>('meta[property="csp-nonce"]')?.nonce ?? ''}
      onContentPainted={() => performance.mark('regroup:content-painted')}
    />,
  );
}

const root = document.querySelector('#root');
if (root !== null) {
  start(window.regroup, root).catch((cause: unknown) => {
    const message = cause instanceof Error ? cause.message : String(cause);
    root.textContent = `Regroup could not start: ${message} Close the window and start it again.`;
    void window.regroup.call('app.log', { level: 'error', message });
  });
}
