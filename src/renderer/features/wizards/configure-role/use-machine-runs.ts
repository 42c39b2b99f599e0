import { useState } from 'react';
import { clusterErrorOf } from '../../../lib/bridge';
import { useClusterAccess, useReading } from '../../../lib/cluster-context';
import { equalFields, equalLists } from '../../../lib/equality';
import { clusterMachine } from './machine-choices';
import { answered, configuredMachine, freshRuns, type MachineRun } from './machine-run';
import type { ConfiguredMachine } from './report';

/** The work of the wizard, machine by machine. */
export interface MachineRuns {
  readonly machines: readonly ConfiguredMachine[];
  /** Whether something is still under way. */
  readonly busy: boolean;
  /** Cluster time at which the last of them ended; null before. */
  readonly endedAt: number | null;
  readonly start: (names: readonly string[]) => void;
}

/** Makes machines highly available one after another and follows each to its end. */
export function useMachineRuns(): MachineRuns {
  const { client } = useClusterAccess();
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

  const cluster = async (name: string): Promise<void> => {
    try {
      const operation = await client.execute(clusterMachine, { vm: name });
      setRuns((before) => answered(before, name, { operation }));
    } catch (cause) {
      setRuns((before) => answered(before, name, { refusal: clusterErrorOf(cause) }));
    }
  };

  const start = (names: readonly string[]): void => {
    setRuns(freshRuns(names));
    void names.reduce((before, name) => before.then(() => cluster(name)), Promise.resolve());
  };

  return { machines, busy: machines.some(({ outcome }) => outcome === 'running'), endedAt, start };
}
