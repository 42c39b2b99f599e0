import { useCallback, useEffect, useRef, useState } from 'react';
import type { ConnectionDraft, TestStep } from '#shared/contract/connections';
import type { ClusterError } from '#shared/model/cluster-error';
import { useAppAccess } from '../../../lib/app-context';

/** How far a connection test is. */
export type TestRun =
  | { readonly status: 'none' }
  | { readonly status: 'running' | 'ended' | 'stopped'; readonly steps: readonly TestStep[] }
  | { readonly status: 'refused'; readonly error: ClusterError };

/** A connection test and its controls. */
export interface ConnectionTest {
  readonly run: TestRun;
  /** `connection`: whose secrets may be used; null: nobody's. One that runs is stopped first. */
  readonly start: (draft: ConnectionDraft, connection: string | null) => void;
  readonly stop: () => void;
  /** Forgets what was found: it was of something else. */
  readonly clear: () => void;
}

const none: TestRun = { status: 'none' };

/** Tests connections one after another; the one that runs ends with the component. */
export function useConnectionTest(): ConnectionTest {
  const { bridge } = useAppAccess();
  const [run, setRun] = useState<TestRun>(none);
  const running = useRef<string | null>(null);

  const end = useCallback((): void => {
    if (running.current !== null) void bridge.call('connections.cancelTest', { call: running.current });
    running.current = null;
  }, [bridge]);
  useEffect(() => end, [end]);
  useEffect(
    () =>
      bridge.on('connections.testStep', ({ call, step }) => {
        if (call !== running.current) return;
        setRun((before) => ({ status: 'running', steps: withStep(before, step) }));
      }),
    [bridge],
  );

  const start: ConnectionTest['start'] = (draft, connection) => {
    end();
    const call = crypto.randomUUID();
    running.current = call;
    setRun({ status: 'running', steps: [] });
    void bridge.call('connections.test', { call, connection, draft }).then((result) => {
      if (running.current !== call) return;
      running.current = null;
      setRun(result.ok ? { status: 'ended', steps: result.value } : { status: 'refused', error: result.error });
    });
  };
  return {
    run,
    start,
    stop: () => {
      end();
      setRun((before) => (before.status === 'running' ? { status: 'stopped', steps: before.steps } : before));
    },
    clear: useCallback(() => {
      end();
      setRun(none);
    }, [end]),
  };
}

function withStep(run: TestRun, step: TestStep): readonly TestStep[] {
  const before = 'steps' in run ? run.steps : [];
  const known = before.some(({ name }) => name === step.name);
  return known ? before.map((other) => (other.name === step.name ? step : other)) : [...before, step];
}
