import '#shared/jitless';
import { QueryClient } from '@tanstack/react-query';
import { createRoot } from 'react-dom/client';
import type { OpenedWindow } from '../lib/open-window';
import { queryKeys } from '../lib/queries';
import { App } from './app';

/** Shows the clusters. */
export function showWindow(root: Element, { access, clusters, settings }: OpenedWindow): void {
  const queries = new QueryClient({ defaultOptions: { queries: { retry: false, refetchOnWindowFocus: false } } });
  queries.setQueryData(queryKeys.settings, settings);
  createRoot(root).render(
    <App
      access={access}
      clusters={clusters}
      queries={queries}
      nonce={document.querySelector<HTMLMetaElement>('meta[property="csp-nonce"]')?.nonce ?? ''}
      onContentPainted={() => {
        performance.mark('regroup:content-painted');
        void window.regroup.call('app.contentPainted', undefined);
      }}
    />,
  );
}
