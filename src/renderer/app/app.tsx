import { createDOMRenderer, FluentProvider, RendererProvider } from '@fluentui/react-components';
import { QueryClientProvider, type QueryClient } from '@tanstack/react-query';
import { useEffect, useMemo, useState } from 'react';
import { ClusterProvider, useReading, type ClusterAccess } from '../lib/cluster-context';
import { ErrorBoundary } from './error-boundary';
import { features } from './features';
import { registryOf } from './registry';
import { Shell } from './shell';
import { themes } from './theme/themes';
import { useThemeName } from './theme/use-theme';

interface AppProps {
  readonly access: ClusterAccess;
  readonly queries: QueryClient;
  /** For the style elements that the content security policy lets in; empty where there is no policy. */
  readonly nonce: string;
  /** The first snapshot is on the screen. */
  readonly onContentPainted: () => void;
}

/** Everything that stands around the shell. */
export function App({ access, queries, nonce, onContentPainted }: AppProps) {
  const [renderer] = useState(() =>
    createDOMRenderer(document, { styleElementAttributes: nonce === '' ? {} : { nonce } }),
  );
  return (
    <RendererProvider renderer={renderer} targetDocument={document}>
      <QueryClientProvider client={queries}>
        <ClusterProvider access={access}>
          <Themed onContentPainted={onContentPainted} />
        </ClusterProvider>
      </QueryClientProvider>
    </RendererProvider>
  );
}

function Themed({ onContentPainted }: Pick<AppProps, 'onContentPainted'>) {
  const name = useThemeName();
  const registry = useMemo(() => registryOf(features), []);
  const loaded = useReading((reading) => reading.loaded);
  useEffect(() => {
    document.documentElement.style.colorScheme = name === 'light' ? 'light' : name === 'dark' ? 'dark' : 'light dark';
  }, [name]);
  useEffect(() => {
    if (!loaded) return;
    // A task that begins after the frame which shows it.
    const frame = requestAnimationFrame(() => setTimeout(onContentPainted));
    return () => cancelAnimationFrame(frame);
  }, [loaded, onContentPainted]);
  return (
    <FluentProvider theme={themes[name]}>
      <ErrorBoundary>
        <Shell registry={registry} />
      </ErrorBoundary>
    </FluentProvider>
  );
}
