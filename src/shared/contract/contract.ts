import { z } from 'zod';
import { faultSchemas, type FaultName } from '../faults/fault';
import type { Operation } from '../model/operation';
import { readParts } from '../model/snapshot';
import { settingsPatchSchema, type Settings } from '../settings/settings';
import { auditSearchSchema, type AuditPage } from './audit';
import type { BackendCapabilities, ClusterUpdate } from './cluster-update';
import {
  connectionDraftSchema,
  promptAnswerSchema,
  type ConnectionDraft,
  type ConnectionPrompt,
  type TestStep,
} from './connections';
import { querySchemas, type QueryName, type QueryOutputs } from './queries';

/** One method of the contract: its input is parsed by main, its output is trusted. */
export interface Method<Input extends z.ZodType, Output> {
  readonly input: Input;
  /** Only a type: nothing reads it. */
  readonly output?: Output;
}

function method<Output>() {
  return <Input extends z.ZodType>(input: Input): Method<Input, Output> => ({ input });
}

/** What the window needs to know of the app before anything else. */
export interface AppInfo {
  readonly version: string;
  readonly platform: 'win32' | 'darwin' | 'linux';
  readonly electron: string;
  /** True on an Electron too old for connections to real clusters. */
  readonly trainingOnly: boolean;
  /** Whether connections may use the PowerShell of this computer: on Windows, or where the command line named one. */
  readonly localPowerShell: boolean;
}

/** A cluster in the tree. */
export interface Connection {
  readonly id: string;
  /** The name of its draft; where that is empty, the host or cluster of its place. */
  readonly name: string;
  readonly capabilities: BackendCapabilities;
  /** What is kept of it; null: the training cluster. */
  readonly draft: ConnectionDraft | null;
  /** Whether it is held open. How it stands then comes with `cluster.update`; there is nothing to subscribe to while it is not. */
  readonly open: boolean;
}

/** A scenario file that could not be opened, in words. Null: all went well. */
export interface OpeningProblem {
  readonly file: string;
  /** One line a problem, `FILE:LINE:COLUMN: what was expected`. */
  readonly problems: readonly string[];
}

/** A shell that runs in a terminal. */
export interface TerminalInfo {
  readonly terminal: string;
  /** What its tab is called. */
  readonly title: string;
}

/** How the screen of a virtual machine comes: its viewer runs, or asks in a terminal that the window opens for it. */
export type MachineScreen = 'viewer' | 'terminal';

/** The longest title of a menu: Windows' longest name and a little. */
const menuTitle = z.string().max(1100);

const connection = z.string().min(1).max(100);
const terminal = z.string().min(1).max(100);
const machine = z.string().min(1).max(1024);
const terminalSize = { columns: z.int().min(2).max(1000), rows: z.int().min(1).max(1000) };
/** Names a call that the window may cancel. */
const call = z.string().min(1).max(100);
const operation = z.string().min(1).max(100);
/** Name of a file that an operation brought back. */
const resultName = z.string().min(1).max(200);
const noInput = z.undefined();

/** Every call that the window can make. Preload's functions and main's handlers are derived from it. */
export const methods = {
  'app.info': method<AppInfo>()(noInput),
  'app.log': method<null>()(
    z.strictObject({ level: z.enum(['error', 'warn', 'info']), message: z.string().max(10_000) }),
  ),
  /** The window's content is painted: the window, hidden until then, can be shown. */
  'app.contentPainted': method<null>()(noInput),
  /** Shows these actions in the application menu: the groups of the actions pane, with why one is greyed out. */
  'menu.showActions': method<null>()(
    z.strictObject({
      groups: z
        .array(
          z.strictObject({
            title: menuTitle,
            actions: z
              .array(
                z.strictObject({ key: menuTitle, title: menuTitle, asks: z.boolean(), reason: z.string().nullable() }),
              )
              .max(200),
          }),
        )
        .max(4),
    }),
  ),
  'settings.get': method<Settings>()(noInput),
  'settings.change': method<Settings>()(settingsPatchSchema),
  'connections.list': method<readonly Connection[]>()(noInput),
  /** Why the file named on the command line could not be opened; null when it could. The default cluster is open then. */
  'connections.problem': method<OpeningProblem | null>()(noInput),
  /** Keeps a new connection. It is not opened. */
  'connections.add': method<Connection>()(z.strictObject({ draft: connectionDraftSchema })),
  /** Changes a connection. One that is open is closed and opened again when its place or read-only mode changed. */
  'connections.change': method<Connection>()(z.strictObject({ connection, draft: connectionDraftSchema })),
  /** Closes a connection and forgets it, with its secrets. */
  'connections.remove': method<null>()(z.strictObject({ connection })),
  /** Holds a connection open from now on; answers before it is known whether that works. `unsupported` on an old Electron. */
  'connections.open': method<null>()(z.strictObject({ connection })),
  /** Lets go of a connection; answers when its agents were told to end. */
  'connections.close': method<null>()(z.strictObject({ connection })),
  /**
   * Tries a connection step by step, see the event `connections.testStep`; answers with all steps when it is over.
   * `connection`: the one whose secrets are used; null: one that is not saved. `unsupported` on an old Electron.
   */
  'connections.test': method<readonly TestStep[]>()(
    z.strictObject({ call, connection: connection.nullable(), draft: connectionDraftSchema }),
  ),
  'connections.cancelTest': method<null>()(z.strictObject({ call })),
  /** The prompt that waits for an answer; null: none. For a page that was loaded after it was told. */
  'connections.openPrompt': method<ConnectionPrompt | null>()(noInput),
  /** Answers the prompt of this id, once. `notFound`: it was answered or withdrawn meanwhile. */
  'connections.answer': method<null>()(z.strictObject({ prompt: z.string().max(100), answer: promptAnswerSchema })),
  /** Asks for the file of a private key; null when the user cancelled. */
  'connections.chooseIdentity': method<string | null>()(noInput),
  /** Forgets the passwords and passphrases that are kept for a connection. */
  'connections.forgetSecrets': method<null>()(z.strictObject({ connection })),
  /** Starts updates of this connection to the calling window; the first is a snapshot. Asking again asks for a full snapshot. */
  'cluster.subscribe': method<null>()(z.strictObject({ connection })),
  'cluster.unsubscribe': method<null>()(z.strictObject({ connection })),
  /** What the window shows now: these parts of this cluster. They are read more often than what no window shows. */
  'cluster.look': method<null>()(z.strictObject({ connection, parts: z.array(z.enum(readParts)).max(100) })),
  /** Starts a command; answers with its operation as soon as it was accepted, or with why it was refused. */
  'cluster.execute': method<Operation>()(
    z.strictObject({ connection, command: z.string().max(100), input: z.record(z.string(), z.json()) }),
  ),
  'cluster.query': method<QueryOutputs[QueryName]>()(
    z.strictObject({
      connection,
      /** Names the call for `cluster.cancelQuery`. */
      call: z.string().max(100).optional(),
      name: z.enum(Object.keys(querySchemas) as [QueryName, ...QueryName[]]),
      input: z.record(z.string(), z.json()),
    }),
  ),
  'cluster.cancelQuery': method<null>()(z.strictObject({ call: z.string().max(100) })),
  /** Reads everything anew. */
  'cluster.refresh': method<null>()(z.strictObject({ connection })),
  /** Training clusters only. */
  'training.clock': method<null>()(
    z.strictObject({
      connection,
      paused: z.boolean().optional(),
      speed: z.number().positive().max(1000).optional(),
      /** Advance to the next event, whatever the speed. */
      step: z.literal(true).optional(),
    }),
  ),
  'training.fault': method<null>()(
    z.strictObject({
      connection,
      fault: z.enum(Object.keys(faultSchemas) as [FaultName, ...FaultName[]]),
      input: z.record(z.string(), z.json()),
    }),
  ),
  /** Starts the scenario from its beginning. */
  'training.restart': method<null>()(z.strictObject({ connection })),
  /** Starts a PowerShell with the context of a connection, for the calling page only; `unsupported` where there is none. */
  'terminal.open': method<TerminalInfo>()(z.strictObject({ connection, machine: machine.optional(), ...terminalSize })),
  /** What was typed or pasted. */
  'terminal.write': method<null>()(z.strictObject({ terminal, data: z.string().max(1_000_000) })),
  'terminal.resize': method<null>()(z.strictObject({ terminal, ...terminalSize })),
  /** So many characters of `terminal.data` were shown: a shell that is faster than the window is held back. */
  'terminal.acknowledge': method<null>()(z.strictObject({ terminal, characters: z.int().min(0) })),
  'terminal.close': method<null>()(z.strictObject({ terminal })),
  /** Commands that were given on this computer, by this user, on any cluster, with how they ended. */
  'audit.search': method<AuditPage>()(auditSearchSchema),
  /** Opens a web address in the user's browser. */
  'link.open': method<null>()(z.strictObject({ url: z.url({ protocol: /^https?$/ }).max(2000) })),
  /** Asks where to save and writes the text; false when the user cancelled. */
  'file.save': method<boolean>()(
    z.strictObject({
      suggestedName: z.string().max(10_000),
      type: z.enum(['txt', 'html', 'csv', 'ps1', 'json']),
      content: z.string().max(50_000_000),
    }),
  ),
  /**
   * Saves files that an operation brought back: asks for a file, or for a folder when there are several; false when the
   * user cancelled. Their content never passes through the window.
   */
  'result.save': method<boolean>()(
    z.strictObject({ connection, operation, names: z.array(resultName).min(1).max(1000) }),
  ),
  /**
   * Opens a copy of a file that an operation brought back with the program of the desktop, and tells where it is; `unsupported`
   * for a type that is none of a log or report.
   */
  'result.open': method<{ readonly path: string }>()(z.strictObject({ connection, operation, name: resultName })),
  /** Starts the platform's viewer of the screen of a virtual machine, if it needs no terminal; `unsupported` says what is missing. */
  'machine.connect': method<MachineScreen>()(z.strictObject({ connection, vm: machine })),
  'clipboard.write': method<null>()(z.strictObject({ text: z.string().max(10_000_000) })),
} as const;

/** Name of a method. */
export type MethodName = keyof typeof methods;

/** What the window passes to a method. */
export type MethodInput<Name extends MethodName> = z.input<(typeof methods)[Name]['input']>;

/** What main's handler gets: the input after it was parsed. */
export type ParsedInput<Name extends MethodName> = z.output<(typeof methods)[Name]['input']>;

/** What a method answers inside its Result. */
export type MethodOutput<Name extends MethodName> =
  (typeof methods)[Name] extends Method<z.ZodType, infer Output> ? Output : never;

/** What main tells the window without being asked, by name. */
export interface ContractEvents {
  readonly 'cluster.update': { readonly connection: string; readonly update: ClusterUpdate };
  /** All clusters of the tree: one was added, changed, removed, opened or closed. */
  readonly 'connections.changed': readonly Connection[];
  /** A step of a test that this page started began, went on or ended. */
  readonly 'connections.testStep': { readonly call: string; readonly step: TestStep };
  /** Somebody has to say something; the next one comes when this one is answered or withdrawn. */
  readonly 'connections.prompt': ConnectionPrompt;
  /** Nobody waits for the answer to this prompt any more. */
  readonly 'connections.promptWithdrawn': { readonly prompt: string };
  readonly 'settings.changed': Settings;
  /** Something was added to the audit log. */
  readonly 'audit.changed': null;
  readonly 'terminal.data': { readonly terminal: string; readonly data: string };
  /** The shell ended, by itself or with its tab. */
  readonly 'terminal.exited': { readonly terminal: string; readonly code: number };
  /** The application menu was used; the window acts as if its own menu had been. */
  readonly 'menu.invoked': { readonly item: MenuItem };
  /** An action of the application menu was chosen: the place of its group in what was shown, and its key there. */
  readonly 'menu.actionChosen': { readonly group: number; readonly key: string };
}

/** Items of the application menu that the window carries out. */
export type MenuItem =
  | 'connectToCluster'
  | 'refresh'
  | 'toggleActions'
  | 'toggleDetails'
  | 'showFaults'
  | 'configureRole'
  | 'showShortcuts'
  | 'about';

/** One group of actions in the application menu. */
export type MenuGroup = ParsedInput<'menu.showActions'>['groups'][number];
