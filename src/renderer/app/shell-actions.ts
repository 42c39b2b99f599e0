import type { Dispatch } from 'react';
import { commandOf, isCommandName, type CommandName } from '#shared/commands/catalogue';
import { clusterError } from '#shared/model/cluster-error';
import type { ObjectReference } from '#shared/model/object-reference';
import { clusterErrorOf } from '../lib/bridge';
import type { ClusterAccess } from '../lib/cluster-context';
import type { CommandInput } from '../lib/cluster-client';
import {
  connectionTitles,
  opensDialog,
  reachingReal,
  type ConnectionAct,
  type ConnectionDialogAct,
} from './connections/connection-act';
import { disconnectLosses } from './connections/disconnect-losses';
import { whereabouts } from './places/reveal';
import type { Registry } from './registry';
import { secondHopOf } from './second-hop';
import type { ShellEvent } from './shell-state';
import type { WindowActions } from './window-context';

/** What features and menus can ask of the shell. */
export function shellActions(
  access: ClusterAccess,
  clusters: readonly ClusterAccess[],
  registry: Registry,
  dispatch: Dispatch<ShellEvent>,
): WindowActions {
  const { client, store } = access;
  const { id: connection, capabilities } = access.connection;

  const execute = async (command: string, input: CommandInput): Promise<boolean> => {
    try {
      await client.execute(command, input);
      return true;
    } catch (cause) {
      dispatch({ kind: 'noticed', connection, title: describe(command, input), error: clusterErrorOf(cause) });
      return false;
    }
  };

  const choose = (command: string, target: ObjectReference): void => {
    if (registry.dialogs.has(command)) {
      dispatch({ kind: 'opened', dialog: { kind: 'command', command, target } });
      return;
    }
    if (!isCommandName(command)) return;
    const definition = commandOf(command);
    if (definition.asks) return;
    const hop = secondHopOf(command, definition.inputFor(target.name), store.reading.view, capabilities);
    if (definition.risk === 'safe' && hop === null) void execute(command, definition.inputFor(target.name));
    else dispatch({ kind: 'opened', dialog: { kind: 'confirm', command, target } });
  };

  const openTool = (id: string): void => {
    const tool = registry.tools.find((candidate) => candidate.id === id);
    if (tool === undefined) return;
    if (tool.trainingOnly === true && !access.connection.capabilities.training) {
      const error = clusterError('refused', 'It is for training only, and this is a real cluster.', {
        advice: 'Choose the training cluster in the tree first.',
      });
      dispatch({ kind: 'noticed', connection, title: `${tool.title} cannot be opened here.`, error });
      return;
    }
    // The application menu cannot grey it out as the actions pane does.
    const offered = tool.availability(store.reading.view);
    if (!offered.available) {
      const error = clusterError('refused', offered.reason);
      dispatch({ kind: 'noticed', connection, title: `${tool.title} cannot be opened now.`, error });
      return;
    }
    const dialog = { kind: 'tool', tool: id } as const;
    dispatch(tool.beside ? { kind: 'openedPanel', tool: id } : { kind: 'opened', dialog });
  };

  const carryOutAct = async (act: Exclude<ConnectionAct, ConnectionDialogAct>, id: string): Promise<void> => {
    const methods = {
      open: 'connections.open',
      close: 'connections.close',
      forget: 'connections.forgetSecrets',
    } as const;
    const result = await access.bridge.call(methods[act], { connection: id });
    if (!result.ok) dispatch({ kind: 'noticed', connection: id, title: connectionTitles[act], error: result.error });
    else if (act === 'close') dispatch({ kind: 'disconnected', connection: id });
  };

  const connectMachine = async (machine: string): Promise<void> => {
    try {
      const screen = await client.connectMachine(machine);
      if (screen === 'terminal') dispatch({ kind: 'opened', dialog: { kind: 'viewer', machine } });
    } catch (cause) {
      const title = `The screen of ${machine} cannot be shown.`;
      dispatch({ kind: 'noticed', connection, title, error: clusterErrorOf(cause) });
    }
  };

  return {
    connectMachine,
    navigate: (place, row) => dispatch({ kind: 'navigated', connection, place, row }),
    reveal: (target) => dispatch({ kind: 'navigated', connection, ...whereabouts(target, store.reading.view) }),
    choose,
    execute,
    openTool,
    connection: (act, id) => {
      const reach = reachingReal(access.app);
      // The application menu cannot grey it out as the actions pane does.
      if (!reach.available && (act === 'add' || act === 'open' || act === 'test')) {
        const error = clusterError('unsupported', reach.reason);
        dispatch({ kind: 'noticed', connection: null, title: `${connectionTitles[act]} is not possible.`, error });
        return;
      }
      const found = clusters.find((one) => one.connection.id === id);
      if (act === 'close' && found !== undefined && disconnectLosses(found).length > 0) {
        dispatch({ kind: 'opened', dialog: { kind: 'disconnect', connection: found.connection.id } });
      } else if (opensDialog(act)) dispatch({ kind: 'opened', dialog: { kind: 'connection', act, connection: id } });
      else if (id !== null) void carryOutAct(act, id);
    },
    showCluster: (id) => dispatch({ kind: 'navigated', connection: id, place: { kind: 'cluster' }, row: undefined }),
    showError: (title, error) => dispatch({ kind: 'noticed', connection, title, error }),
  };
}

/** What was tried, in words. */
function describe(command: string, input: CommandInput): string {
  if (!isCommandName(command)) return 'This was refused.';
  return `${describeCommand(command, input)} was refused.`;
}

function describeCommand(command: CommandName, input: CommandInput): string {
  const definition = commandOf(command);
  const parsed = definition.input.safeParse(input);
  return parsed.success ? definition.describe(parsed.data) : definition.title;
}
