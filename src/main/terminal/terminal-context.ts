import type { ViewerStart } from '../machines/machine-viewer';

/** What a terminal runs. Names of clusters and hosts are data in it: nothing puts them together as text that is evaluated. */
export type TerminalContext = ShellContext | ViewerContext;

/** A viewer of a machine's screen that asks in a terminal. */
export interface ViewerContext {
  readonly kind: 'viewer';
  /** What its dialog is called. */
  readonly title: string;
  readonly viewer: ViewerStart;
}

/** A PowerShell. */
export type ShellContext = {
  /** The window refuses commands on this connection; PowerShell does not, and says so. */
  readonly readOnly: boolean;
} & (
  | {
      /** The PowerShell of this computer. */
      readonly kind: 'powershell';
      /** Beside the environment of Regroup itself. */
      readonly environment: { readonly [name: string]: string };
    }
  | {
      /** The PowerShell of this computer in a session to a node, through WinRM. */
      readonly kind: 'session';
      /** What its tab is called. */
      readonly title: string;
      /** Where the session leads, beside the environment of Regroup itself. A password is asked for in the terminal. */
      readonly environment: { readonly [name: string]: string };
    }
  | {
      /** PowerShell on a node, through ssh. */
      readonly kind: 'ssh';
      /** What its tab is called. */
      readonly title: string;
      /** Arguments of ssh, for a start script in the form of -EncodedCommand. */
      readonly argumentsFor: (encodedScript: string) => readonly string[];
    }
);
