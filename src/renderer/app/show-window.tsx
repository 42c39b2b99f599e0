import '#shared/jitless';
import { QueryClient } from '@tanstack/react-query';
import { createRoot } from 'react-dom/client';
import type { OpenedCluster } from '../lib/open-cluster';
import { queryKeys } from '../lib/queries';
import { App } from './app';

/** Shows a cluster. */
export function showWindow(root: Element, { access, settings }: OpenedCluster): void {
  const queries = new QueryClient({ defaultOptions: { queries: { retry: false, refetchOnWindowFocus: false } } });
  queries.setQueryData(queryKeys.settings, settings);
  createRoot(root).render(
    <App
      access={access}
      queries={queries}
      nonce={document.querySelector<HTMLMetaElement>('meta[property="csp-nonce"]')?.nonce ?? ''}
      onContentPainted={() => {
        performance.mark('regroup:content-painted');
        void window.regroup.call('app.contentPainted', undefined);
      }}
    />,
  );
}
