import { useState } from 'react';
import { isRunning } from '#shared/commands/rules/node-rules';
import { useCommandDialog, type CommandDialogState } from '../../app/use-command-dialog';
import type { CommandInput } from '../../lib/cluster-client';
import { useCluster } from '../../lib/cluster-context';

const minute = 60_000;

/** How far back a log can go; null: as far as the node still has it. */
export const timeSpans = [
  { id: 'all', label: 'Everything', span: null },
  { id: '15', label: '15 minutes', span: 15 * minute },
  { id: '60', label: '1 hour', span: 60 * minute },
  { id: '360', label: '6 hours', span: 360 * minute },
  { id: '1440', label: '1 day', span: 1440 * minute },
] as const;

interface CollectLogForm {
  readonly span: string;
  readonly localTime: boolean;
  readonly destination: string;
}

/** What the dialog shows and does. */
export interface CollectLogState {
  readonly nodes: readonly { readonly name: string; readonly up: boolean }[];
  readonly chosen: readonly string[];
  readonly toggle: (node: string) => void;
  readonly toggleAll: () => void;
  readonly form: CollectLogForm;
  readonly change: (change: Partial<CollectLogForm>) => void;
  readonly input: CommandInput;
  readonly dialog: CommandDialogState;
  readonly blockedBecause: string | undefined;
}

/**
 * The logic of the dialog: every node that is up, as far back as it goes, unless something else is chosen. Opened for a
 * node (`target`), it begins with that one alone.
 */
export function useCollectLog(target: string, onClose: () => void): CollectLogState {
  const nodes = useCluster(
    (view) => view.snapshot.nodes.map((node) => ({ name: node.name, up: isRunning(node) })),
    (one, other) => JSON.stringify(one) === JSON.stringify(other),
  );
  const [left, setLeft] = useState<ReadonlySet<string>>(() => {
    const names = nodes.map(({ name }) => name);
    return new Set(names.includes(target) ? names.filter((name) => name !== target) : []);
  });
  const [form, setForm] = useState<CollectLogForm>({ span: 'all', localTime: false, destination: '' });
  const possible = nodes.flatMap(({ name, up }) => (up ? [name] : []));
  const chosen = possible.filter((name) => !left.has(name));
  const span = timeSpans.find(({ id }) => id === form.span)?.span ?? null;
  const input: CommandInput = {
    ...(chosen.length < nodes.length && { nodes: chosen }),
    ...(span !== null && { timeSpan: span }),
    ...(form.localTime && { localTime: true }),
    ...(form.destination.trim() !== '' && { destination: form.destination.trim() }),
  };
  const dialog = useCommandDialog('cluster.collectLog', input, onClose);
  return {
    nodes,
    chosen,
    toggle: (node) => setLeft(new Set(left.has(node) ? [...left].filter((one) => one !== node) : [...left, node])),
    toggleAll: () => setLeft(new Set(chosen.length === possible.length ? possible : [])),
    form,
    change: (change) => setForm({ ...form, ...change }),
    input,
    dialog,
    blockedBecause: chosen.length === 0 ? 'Choose a node.' : dialog.blockedBecause,
  };
}
