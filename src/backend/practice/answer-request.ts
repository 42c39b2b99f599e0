import { boundParameters } from './bound-parameters';
import { CmdletError, type CmdletFailure } from './cmdlet-failure';
import type { CmdletRun } from './cmdlet-run';
import { cmdletNamed } from './cmdlets/cmdlet-table';
import { requireSimulated } from './cmdlets/simulated-parameters';
import { setProperty } from './cmdlets/property-setters';
import { wholeObject } from './cmdlets/whole-object';
import type { PracticeCluster } from './practice-cluster';
import type { PracticeMemory } from './practice-memory';
import type { PracticeRecord } from './practice-object';
import type { PracticeRequest } from './practice-request';

interface AnswerOptions {
  readonly cluster: PracticeCluster;
  readonly memory: PracticeMemory;
  /** Aborted when nobody waits for the answer any more. */
  readonly signal: AbortSignal;
  readonly tell: (record: PracticeRecord) => void;
}

/** Carries out what was asked and tells it record by record; the last one is `done`. Never throws. */
export async function answerRequest(request: PracticeRequest, options: AnswerOptions): Promise<void> {
  const { tell } = options;
  try {
    await carryOut(request, options);
    tell({ kind: 'done', failure: null });
  } catch (error) {
    tell({ kind: 'done', failure: failureOfError(error) });
  }
}

function failureOfError(error: unknown): CmdletFailure {
  if (error instanceof CmdletError) return error.failure;
  const message = `Regroup made a mistake: ${error instanceof Error ? error.message : String(error)}`;
  return { win32: null, category: 'NotSpecified', fqid: 'RegroupMistake', message };
}

async function carryOut(request: PracticeRequest, options: AnswerOptions): Promise<void> {
  const { cluster, tell } = options;
  switch (request.ask) {
    case 'hello':
      return;
    case 'object':
      tell({ kind: 'object', object: wholeObject(request.object, cluster.view()) });
      return;
    case 'set':
      return setProperty(runOf('Set-Property', {}, options), request);
    case 'cmdlet': {
      const { name, carryOut: carryOutCmdlet } = cmdletNamed(request.cmdlet);
      requireSimulated(name, request.parameters);
      await carryOutCmdlet(runOf(name, request.parameters, options));
    }
  }
}

function runOf(
  cmdlet: string,
  parameters: Parameters<typeof boundParameters>[0],
  { cluster, memory, signal, tell }: AnswerOptions,
): CmdletRun {
  return {
    cmdlet,
    cluster,
    memory,
    signal,
    parameters: boundParameters(parameters),
    write: (object) => tell({ kind: 'object', object }),
    warn: (text) => tell({ kind: 'warning', text }),
    fail: ({ failure }) => tell({ kind: 'error', ...failure }),
    file: (name, text, folder) => tell({ kind: 'file', name, text, folder }),
  };
}
