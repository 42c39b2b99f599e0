import { useMutation } from '@tanstack/react-query';
import type { Fault } from '#shared/faults/fault';
import { useAppAccess } from './app-context';
import { callOrThrow } from './bridge';
import type { ClockChange, CommandInput } from './cluster-client';
import { useClusterAccess } from './cluster-context';

/** Starts a command of the catalogue; its operation is the answer, a refusal the error (`clusterErrorOf`). */
export function useExecuteCommand() {
  const { client } = useClusterAccess();
  return useMutation({
    mutationFn: ({ command, input }: { readonly command: string; readonly input: CommandInput }) =>
      client.execute(command, input),
  });
}

/** Pauses, speeds up or steps the clock of a training cluster. */
export function useSetClock() {
  const { client } = useClusterAccess();
  return useMutation({ mutationFn: (change: ClockChange) => client.setClock(change) });
}

/** Breaks or repairs something of a training cluster. */
export function useInjectFault() {
  const { client } = useClusterAccess();
  return useMutation({ mutationFn: (fault: Fault) => client.inject(fault) });
}

/** Starts the scenario from its beginning. */
export function useRestartTraining() {
  const { client } = useClusterAccess();
  return useMutation({ mutationFn: () => client.restart() });
}

/** A text to be saved to a file that the user chooses. */
export interface SavedText {
  readonly suggestedName: string;
  readonly type: 'txt' | 'html' | 'csv' | 'ps1' | 'json';
  readonly content: string;
}

/** Asks where to save and writes; false when the user cancelled. */
export function useSaveFile() {
  const { bridge } = useAppAccess();
  return useMutation({ mutationFn: (file: SavedText) => callOrThrow(bridge, 'file.save', file) });
}

/** Saves files that an operation brought back where the user says; false when the user cancelled. */
export function useSaveResults() {
  const { client } = useClusterAccess();
  return useMutation({
    mutationFn: ({ operation, names }: { readonly operation: string; readonly names: readonly string[] }) =>
      client.saveResults(operation, names),
  });
}

/** Opens a file that an operation brought back with the program of the desktop. */
export function useOpenResult() {
  const { client } = useClusterAccess();
  return useMutation({
    mutationFn: ({ operation, name }: { readonly operation: string; readonly name: string }) =>
      client.openResult(operation, name),
  });
}

/** Puts a text on the clipboard. */
export function useCopyText() {
  const { bridge } = useAppAccess();
  return useMutation({ mutationFn: (text: string) => callOrThrow(bridge, 'clipboard.write', { text }) });
}

/** Opens a web address in the user's browser. */
export function useOpenLink() {
  const { bridge } = useAppAccess();
  return useMutation({ mutationFn: (url: string) => callOrThrow(bridge, 'link.open', { url }) });
}
