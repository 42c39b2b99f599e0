import { useRef, useState } from 'react';
import type { Operation } from '#shared/model/operation';
import { clusterErrorOf } from '../../../lib/bridge';
import { useClusterAccess, useReading } from '../../../lib/cluster-context';
import type { ClusterStore } from '../../../lib/cluster-store';
import { equalFields, equalLists } from '../../../lib/equality';
import { clusterMachine } from './machine-choices';
import { answered, configuredMachine, freshRuns, withdrawRest, type MachineRun } from './machine-run';
import type { ConfiguredMachine } from './report';

/** The work of the wizard, machine by machine. */
export interface MachineRuns {
  readonly machines: readonly ConfiguredMachine[];
  /** Whether something is still under way. */
  readonly busy: boolean;
  /** Whether the turn of one of them has not come, beside the one that is under way. */
  readonly waits: boolean;
  /** Cluster time at which the last of them ended; null before. */
  readonly endedAt: number | null;
  readonly start: (names: readonly string[]) => void;
  /** Those whose turn has not come are left as they are; what is under way goes on. */
  readonly cancel: () => void;
}

/** Makes machines highly available one after another and follows each to its end. */
export function useMachineRuns(): MachineRuns {
  const { client, store } = useClusterAccess();
  const [runs, setRuns] = useState<readonly MachineRun[]>([]);
  const machines = useReading(
    (reading) =>
      runs.map((run) => {
        const current = run.operation === null ? null : (reading.byId('operations', run.operation.id) ?? run.operation);
        return configuredMachine({ ...run, operation: current }, reading.view.role(run.name));
      }),
    (a, b) => equalLists(a, b, equalFields),
  );

  const endedAt = useReading((reading) =>
    runs.reduce<number | null>((latest, { operation }) => {
      const ended =
        operation === null ? null : (reading.byId('operations', operation.id)?.endedAt ?? operation.endedAt);
      return ended === null ? latest : Math.max(latest ?? ended, ended);
    }, null),
  );

  const cancelled = useRef(false);
  const cluster = async (name: string): Promise<void> => {
    if (cancelled.current) return;
    try {
      const operation = await client.execute(clusterMachine, { vm: name });
      setRuns((before) => answered(before, name, { operation, withdrawn: false }));
      await ended(store, operation);
    } catch (cause) {
      setRuns((before) => answered(before, name, { refusal: clusterErrorOf(cause), withdrawn: false }));
    }
  };

  const cancel = (): void => {
    cancelled.current = true;
    setRuns(withdrawRest);
  };

  const start = (names: readonly string[]): void => {
    cancelled.current = false;
    setRuns(freshRuns(names));
    void names.reduce((before, name) => before.then(() => cluster(name)), Promise.resolve());
  };

  const open = machines.filter(({ outcome }) => outcome === 'running').length;
  // One at a time is under way: the others wait.
  return { machines, busy: open > 0, waits: open > 1, endedAt, start, cancel };
}

/** Waits until an operation is over, so that machines are made one after another. */
function ended(store: ClusterStore, { id, outcome }: Operation): Promise<void> {
  const isOver = (): boolean => (store.reading.byId('operations', id)?.outcome ?? outcome) !== 'running';
  if (isOver()) return Promise.resolve();
  return new Promise((resolve) => {
    const stop = store.subscribe(() => {
      if (!isOver()) return;
      stop();
      resolve();
    });
  });
}
