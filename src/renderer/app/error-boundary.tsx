import { Button } from '@fluentui/react-components';
import { Component, type ReactNode } from 'react';
import { useAppAccess } from '../lib/app-context';
import { EmptyState } from '../ui/empty-state';

interface BoundaryProps {
  readonly children: ReactNode;
  readonly onError: (message: string) => void;
}

interface BoundaryState {
  readonly error: Error | null;
}

class Boundary extends Component<BoundaryProps, BoundaryState> {
  override readonly state: BoundaryState = { error: null };

  static getDerivedStateFromError(error: unknown): BoundaryState {
    return { error: error instanceof Error ? error : new Error(String(error)) };
  }

  override componentDidCatch(error: Error): void {
    this.props.onError(error.stack ?? error.message);
  }

  override render(): ReactNode {
    const { error } = this.state;
    if (error === null) return this.props.children;
    return (
      <div role="alert">
        <EmptyState>
          The window made a mistake and stopped: {error.message} What runs in the cluster is not affected. The log has
          the details.
        </EmptyState>
        <Button style={{ marginLeft: '12px' }} onClick={() => this.setState({ error: null })}>
          Show the window again
        </Button>
      </div>
    );
  }
}

/** Keeps a mistake in the window from leaving it white, and writes it to the log. */
export function ErrorBoundary({ children }: { readonly children: ReactNode }) {
  const { bridge } = useAppAccess();
  return (
    <Boundary onError={(message) => void bridge.call('app.log', { level: 'error', message: message.slice(0, 10_000) })}>
      {children}
    </Boundary>
  );
}
