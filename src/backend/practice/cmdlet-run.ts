import type { BoundParameters } from './bound-parameters';
import type { CmdletError } from './cmdlet-failure';
import type { PracticeCluster } from './practice-cluster';
import type { PracticeObject } from './practice-object';
import type { PracticeMemory } from './practice-memory';

/** One call of a cmdlet. */
export interface CmdletRun {
  /** Name of the cmdlet. */
  readonly cmdlet: string;
  readonly cluster: PracticeCluster;
  readonly parameters: BoundParameters;
  readonly memory: PracticeMemory;
  /** Aborted when whoever called it is gone. */
  readonly signal: AbortSignal;
  write(object: PracticeObject): void;
  warn(text: string): void;
  /** Tells an error and goes on. */
  fail(error: CmdletError): void;
  /** `folder`: where the caller wants it; null: where PowerShell keeps temporary files. */
  file(name: string, text: string, folder: string | null): void;
}

/** What a cmdlet does. It throws a CmdletError when it cannot be done at all. */
export type Cmdlet = (run: CmdletRun) => Promise<void> | void;
