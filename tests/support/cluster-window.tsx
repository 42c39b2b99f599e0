import { FluentProvider, webLightTheme } from '@fluentui/react-components';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { AppProvider } from '../../src/renderer/lib/app-context';
import { ClustersProvider } from '../../src/renderer/lib/clusters-context';
import { ClusterProvider, type ClusterAccess } from '../../src/renderer/lib/cluster-context';
import { clusterClient } from '../../src/renderer/lib/cluster-client';
import { clusterStore, type ClusterStore } from '../../src/renderer/lib/cluster-store';
import { WindowContext, type WindowActions } from '../../src/renderer/app/window-context';
import { fakeApp, fakeBridge, fakeConnection, type FakeBridge, type FakeBridgeOptions } from './fake-bridge';

/** A window around a component under test: a cluster that is already there, and what the component asked of the window. */
export interface ClusterWindow {
  readonly bridge: FakeBridge;
  readonly store: ClusterStore;
  readonly access: ClusterAccess;
  /** Names and arguments of the window actions that were called. */
  readonly asked: readonly (readonly [keyof WindowActions, ...unknown[]])[];
  /** For `render(<Part />, { wrapper })`. */
  readonly wrapper: (props: { readonly children: ReactNode }) => ReactNode;
}

/** A {@link ClusterWindow} whose store is fed by the bridge at once, without waiting for frames. */
export function clusterWindow(options: FakeBridgeOptions = {}): ClusterWindow {
  const bridge = fakeBridge(options);
  let calls = 0;
  const client = clusterClient(bridge, fakeConnection.id, () => `call ${(calls += 1)}`);
  const store = clusterStore({
    resynchronise: () => client.resynchronise(),
    schedule: (callback) => callback(),
    now: () => 0,
  });
  client.subscribe((update) => store.apply(update));
  const { training = true, secondHop = false } = options;
  const capabilities = { ...fakeConnection.capabilities, training, secondHop };
  const connection = { ...fakeConnection, capabilities };
  const access: ClusterAccess = { bridge, app: fakeApp, connection, client, store };
  const all = [access];
  const asked: [keyof WindowActions, ...unknown[]][] = [];
  const note =
    (name: keyof WindowActions) =>
    (...given: unknown[]): void => {
      asked.push([name, ...given]);
    };
  const actions: WindowActions = {
    navigate: note('navigate'),
    reveal: note('reveal'),
    choose: note('choose'),
    execute: async (command, input) => {
      asked.push(['execute', command, input]);
      return client.execute(command, input).then(
        () => true,
        () => false,
      );
    },
    openTool: note('openTool'),
    connectMachine: (machine) => {
      asked.push(['connectMachine', machine]);
      return Promise.resolve();
    },
    connection: note('connection'),
    showCluster: note('showCluster'),
    showError: note('showError'),
  };
  const queries = new QueryClient({ defaultOptions: { queries: { retry: false } } });
  return {
    bridge,
    store,
    access,
    asked,
    wrapper: ({ children }) => (
      <FluentProvider theme={webLightTheme}>
        <QueryClientProvider client={queries}>
          <AppProvider access={access}>
            <ClustersProvider clusters={{ all, subscribe: () => () => undefined }}>
              <ClusterProvider access={access}>
                <WindowContext value={actions}>{children}</WindowContext>
              </ClusterProvider>
            </ClustersProvider>
          </AppProvider>
        </QueryClientProvider>
      </FluentProvider>
    ),
  };
}
