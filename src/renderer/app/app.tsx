import { createDOMRenderer, FluentProvider, RendererProvider } from '@fluentui/react-components';
import { QueryClientProvider, type QueryClient } from '@tanstack/react-query';
import { useEffect, useMemo, useState } from 'react';
import { AppProvider, type AppAccess } from '../lib/app-context';
import type { Clusters } from '../lib/clusters';
import { ClustersProvider } from '../lib/clusters-context';
import { ErrorBoundary } from './error-boundary';
import { features } from './features';
import { registryOf } from './registry';
import { Shell } from './shell';
import { themes } from './theme/themes';
import { useThemeName } from './theme/use-theme';

interface AppProps {
  readonly access: AppAccess;
  readonly clusters: Clusters;
  readonly queries: QueryClient;
  /** For the style elements that the content security policy lets in; empty where there is no policy. */
  readonly nonce: string;
  /** The first snapshot is on the screen. */
  readonly onContentPainted: () => void;
}

/** Everything that stands around the shell. */
export function App({ access, clusters, queries, nonce, onContentPainted }: AppProps) {
  const [renderer] = useState(() =>
    createDOMRenderer(document, { styleElementAttributes: nonce === '' ? {} : { nonce } }),
  );
  return (
    <RendererProvider renderer={renderer} targetDocument={document}>
      <QueryClientProvider client={queries}>
        <AppProvider access={access}>
          <ClustersProvider clusters={clusters}>
            <Themed onContentPainted={onContentPainted} />
          </ClustersProvider>
        </AppProvider>
      </QueryClientProvider>
    </RendererProvider>
  );
}

function Themed({ onContentPainted }: Pick<AppProps, 'onContentPainted'>) {
  const name = useThemeName();
  const registry = useMemo(() => registryOf(features), []);
  useEffect(() => {
    document.documentElement.style.colorScheme = name === 'light' ? 'light' : name === 'dark' ? 'dark' : 'light dark';
  }, [name]);
  return (
    <FluentProvider theme={themes[name]}>
      <ErrorBoundary>
        <Shell registry={registry} onContentPainted={onContentPainted} />
      </ErrorBoundary>
    </FluentProvider>
  );
}
