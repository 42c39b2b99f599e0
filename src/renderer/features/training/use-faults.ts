import { useWindowActions } from '../../app/window-context';
import { clusterErrorOf } from '../../lib/bridge';
import { useReading } from '../../lib/cluster-context';
import { useInjectFault } from '../../lib/mutations';
import { faultSwitches, type FaultSwitch, type FaultSwitches } from './fault-switches';

/** The switches as they stand, and how to turn one. */
export interface Faults {
  /** Undefined until the fabric was told. */
  readonly switches: FaultSwitches | undefined;
  readonly turn: (entry: FaultSwitch) => void;
}

/** The logic of the fault switches. A switch moves when the fabric says so, so it never shows what is not. */
export function useFaults(): Faults {
  const actions = useWindowActions();
  const fabric = useReading((reading) => reading.fabric);
  const inject = useInjectFault();
  return {
    switches: fabric === null ? undefined : faultSwitches(fabric),
    turn: (entry) =>
      inject.mutate(entry.on ? entry.turnOff : entry.turnOn, {
        onError: (cause) => actions.showError(`${entry.name} could not be switched.`, clusterErrorOf(cause)),
      }),
  };
}
