import type { ConnectionState } from '#shared/contract/cluster-update';
import type { AppInfo, Connection } from '#shared/contract/contract';
import { available, unavailable, type Availability } from '#shared/commands/command-definition';

/** What can be done with a connection itself. */
export type ConnectionAct = 'add' | 'open' | 'close' | 'edit' | 'test' | 'forget' | 'remove';

/** Acts that open a dialog. */
export type ConnectionDialogAct = Extract<ConnectionAct, 'add' | 'edit' | 'test' | 'remove'>;

/** What an act is called in menus. */
export const connectionTitles: Readonly<Record<ConnectionAct, string>> = {
  add: 'Connect to Cluster',
  open: 'Connect',
  close: 'Disconnect',
  edit: 'Edit Connection',
  test: 'Test Connection',
  forget: 'Forget Passwords',
  remove: 'Remove Connection',
};

/** Whether an act opens a dialog first. */
export function opensDialog(act: ConnectionAct): act is ConnectionDialogAct {
  return act !== 'open' && act !== 'close' && act !== 'forget';
}

/** An act, and whether it can be done now. */
export interface OfferedAct {
  readonly act: ConnectionAct;
  readonly availability: Availability;
}

/** What is offered for a connection. The training cluster is always there: nothing can be done with its connection. */
export function offeredActs(connection: Connection, state: ConnectionState, app: AppInfo): readonly OfferedAct[] {
  const reach = reachingReal(app);
  const add: OfferedAct = { act: 'add', availability: reach };
  if (connection.draft === null) return [add];
  const open: OfferedAct =
    connection.open && state.status !== 'lost'
      ? { act: 'open', availability: unavailable('It is connected, or about to be.') }
      : { act: 'open', availability: reach };
  return [
    open,
    { act: 'close', availability: connection.open ? available : unavailable('It is not connected.') },
    { act: 'edit', availability: available },
    { act: 'test', availability: reach },
    { act: 'forget', availability: available },
    add,
    { act: 'remove', availability: available },
  ];
}

/** Whether real clusters can be reached at all. */
export function reachingReal({ trainingOnly, electron }: AppInfo): Availability {
  if (!trainingOnly) return available;
  return unavailable(
    `Electron ${electron} gets no security fixes any more: it runs the training cluster only. Start Regroup with a newer one to reach real clusters.`,
  );
}
