import { commandOf, commandsFor, type CommandName } from '#shared/commands/catalogue';
import { available, unavailable, type Availability, type CommandDefinition } from '#shared/commands/command-definition';
import type { ClusterView } from '#shared/model/cluster-view';
import type { ObjectReference } from '#shared/model/object-reference';
import type { Tool } from '../feature';
import { connectionTitles, opensDialog, type ConnectionAct, type OfferedAct } from '../connections/connection-act';
import type { PlaceKind } from '../places/place';
import { clusterCommandsOf, refreshShortcut, shortcuts } from './placement';
import { relatedTargets } from './related-targets';

/** What happens when an action is chosen. */
export type ActionChoice =
  | { readonly kind: 'command'; readonly command: CommandName; readonly target: ObjectReference }
  | { readonly kind: 'tool'; readonly tool: string }
  | { readonly kind: 'connection'; readonly act: ConnectionAct; readonly connection: string }
  /** Shows the screen of a virtual machine. */
  | { readonly kind: 'connect'; readonly machine: string }
  | { readonly kind: 'refresh' };

/** One entry of the actions pane and the menus. */
export interface Action {
  /** Unique in its group. */
  readonly key: string;
  /** The accessible name, without dots. */
  readonly title: string;
  /** It asks before it does anything: three dots behind the title. */
  readonly asks: boolean;
  readonly availability: Availability;
  readonly shortcut: string | null;
  readonly choice: ActionChoice;
}

/** What decides beside the catalogue and the cluster. */
export interface ActionRules {
  /** Whether the window has a dialog for a command; one that asks and has none is not listed. */
  readonly hasDialog: (command: string) => boolean;
  readonly tools: readonly Tool[];
  /** Why nothing can be done now (not connected); null: everything can. */
  readonly blockedBecause: string | null;
  /** Why nothing can be changed now; what only reads can be done all the same. Null: everything can. */
  readonly unchangeableBecause: string | null;
  /** Whether the cluster is simulated: its machines have no screen. */
  readonly training: boolean;
}

/** The actions of a selected object, from the catalogue, and the way to a machine's screen. */
export function actionsFor(target: ObjectReference, view: ClusterView, rules: ActionRules): readonly Action[] {
  const actions = relatedTargets(target, view).flatMap((related) =>
    commandsFor(related.commandsOf ?? related.target.kind)
      .filter(({ name }) => related.only?.includes(name) ?? true)
      .flatMap((command) => actionOf(command, related.target, view, rules)),
  );
  const loss = (action: Action): number => lossOf(action, target);
  return [...connectAction(target, view, rules), ...actions].sort((one, other) => loss(one) - loss(other));
}

/** What loses something stands last, and after everything what loses the object itself. */
function lossOf({ choice }: Action, { kind }: ObjectReference): number {
  if (choice.kind !== 'command' || commandOf(choice.command).risk !== 'destructive') return 0;
  return choice.target.kind === kind ? 2 : 1;
}

/** The actions of a place: tools, commands about the cluster that belong there, those of the object it shows, refresh. */
export function placeActions(
  kind: PlaceKind,
  target: ObjectReference | null,
  view: ClusterView,
  rules: ActionRules,
): readonly Action[] {
  const cluster: ObjectReference = { kind: 'cluster', name: view.snapshot.cluster.name };
  const belonging = clusterCommandsOf[kind] ?? [];
  const ofCluster = commandsFor('cluster').filter(({ name }) => belonging.includes(name));
  return [
    ...rules.tools.filter(({ places }) => places.includes(kind)).map((tool) => toolAction(tool, view, rules)),
    ...ofCluster.flatMap((command) => actionOf(command, cluster, view, rules)),
    ...(target === null ? [] : actionsFor(target, view, rules)),
    {
      key: 'refresh',
      title: 'Refresh',
      asks: false,
      availability: available,
      shortcut: refreshShortcut,
      choice: { kind: 'refresh' },
    },
  ];
}

/** What can be done with a connection itself. */
export function connectionActions(connection: string, offered: readonly OfferedAct[]): readonly Action[] {
  return offered.map(({ act, availability }) => ({
    key: `connection ${act} ${connection}`,
    title: connectionTitles[act],
    asks: opensDialog(act),
    availability,
    shortcut: null,
    choice: { kind: 'connection', act, connection },
  }));
}

function actionOf(
  command: CommandDefinition<CommandName>,
  target: ObjectReference,
  view: ClusterView,
  rules: ActionRules,
): readonly Action[] {
  if (command.asks && !rules.hasDialog(command.name)) return [];
  const availability = blocked(rules, command.onlyReads) ?? command.availability(target.name, view);
  return [
    {
      key: `${command.name} ${target.name}`,
      title: command.title,
      asks: command.asks,
      availability,
      shortcut: shortcuts[command.name] ?? null,
      choice: { kind: 'command', command: command.name, target },
    },
  ];
}

/** Virtual Machine Connection, for a role that is a machine and for a machine. */
function connectAction({ kind, name }: ObjectReference, view: ClusterView, rules: ActionRules): readonly Action[] {
  const machine =
    kind === 'role' ? view.machineOf(name) : kind === 'virtualMachine' ? view.virtualMachine(name) : undefined;
  if (machine === undefined) return [];
  const availability = rules.training ? unavailable('A simulated machine has no screen.') : available;
  return [
    {
      key: `connect ${machine.name}`,
      title: 'Connect',
      asks: false,
      availability: blocked(rules) ?? availability,
      shortcut: null,
      choice: { kind: 'connect', machine: machine.name },
    },
  ];
}

function toolAction(tool: Tool, view: ClusterView, rules: ActionRules): Action {
  return {
    key: tool.id,
    title: tool.title,
    asks: true,
    availability: blocked(rules) ?? tool.availability(view),
    shortcut: null,
    choice: { kind: 'tool', tool: tool.id },
  };
}

function blocked(rules: ActionRules, onlyReads?: true): Availability | undefined {
  const reason = rules.blockedBecause ?? (onlyReads === true ? null : rules.unchangeableBecause);
  return reason === null ? undefined : unavailable(reason);
}

/** Whether two lists of actions look and do the same. */
export function sameActions(a: readonly Action[], b: readonly Action[]): boolean {
  return a.length === b.length && a.every((action, index) => sameAction(action, b[index]));
}

function sameAction(a: Action, b: Action | undefined): boolean {
  return a.key === b?.key && reasonOf(a) === reasonOf(b);
}

/** Why an action is greyed out; undefined: it is not. */
export function reasonOf({ availability }: Action): string | undefined {
  return availability.available ? undefined : availability.reason;
}
