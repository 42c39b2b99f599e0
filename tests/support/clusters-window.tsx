import { FluentProvider, webLightTheme } from '@fluentui/react-components';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { render } from '@testing-library/react';
import type { ReactNode } from 'react';
import { AppProvider, type AppAccess } from '../../src/renderer/lib/app-context';
import { followClusters, type Clusters } from '../../src/renderer/lib/clusters';
import { ClustersProvider } from '../../src/renderer/lib/clusters-context';
import { fakeApp, fakeBridge, fakeConnection, type FakeBridge, type FakeBridgeOptions } from './fake-bridge';

/** A window on several clusters, without a shell around what is rendered. */
export interface ClustersWindow {
  readonly bridge: FakeBridge;
  readonly clusters: Clusters;
}

/** Renders something for all clusters that `options.connections` lists. */
export function renderWithClusters(content: ReactNode, options: FakeBridgeOptions = {}): ClustersWindow {
  const bridge = fakeBridge(options);
  const access: AppAccess = { bridge, app: { ...fakeApp, ...options.app } };
  const clusters = followClusters(access, options.connections ?? [fakeConnection]);
  const queries = new QueryClient({ defaultOptions: { queries: { retry: false } } });
  render(
    <FluentProvider theme={webLightTheme}>
      <QueryClientProvider client={queries}>
        <AppProvider access={access}>
          <ClustersProvider clusters={clusters}>{content}</ClustersProvider>
        </AppProvider>
      </QueryClientProvider>
    </FluentProvider>,
  );
  return { bridge, clusters };
}
