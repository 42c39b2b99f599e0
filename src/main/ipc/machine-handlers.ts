import type { MachineScreen } from '#shared/contract/contract';
import { success, type Result } from '#shared/model/result';
import type { ViewerStart } from '../machines/machine-viewer';
import type { Handlers } from './handlers';

interface MachineActions {
  /** How the screen of a machine of a connection is shown. */
  readonly viewerOf: (connection: string, machine: string) => Promise<Result<ViewerStart>>;
  readonly start: (viewer: ViewerStart) => Promise<Result<null>>;
}

/** The screens of virtual machines. A viewer that asks in a terminal is started by the window's terminal. */
export function machineHandlers({ viewerOf, start }: MachineActions): Pick<Handlers, 'machine.connect'> {
  return {
    'machine.connect': async ({ connection, vm }) => {
      const viewer = await viewerOf(connection, vm);
      if (!viewer.ok) return viewer;
      if (viewer.value.asks === 'terminal') return success<MachineScreen>('terminal');
      const started = await start(viewer.value);
      return started.ok ? success<MachineScreen>('viewer') : started;
    },
  };
}
