import type { StatusWords } from '../../../lib/tone';
import { PlainTable } from '../../../ui/plain-table';
import { Status } from '../../../ui/status';
import { outcomeWord, type ConfiguredMachine } from './report';

const tones = {
  succeeded: 'ok',
  failed: 'error',
  cancelled: 'cancelled',
  unknown: 'unknown',
  running: 'progress',
} as const satisfies Record<ConfiguredMachine['outcome'], StatusWords['tone']>;

/** Machine by machine: how it stands and what happened. */
export function OutcomeTable({ machines }: { readonly machines: readonly ConfiguredMachine[] }) {
  return (
    <PlainTable
      label="Results"
      columns={[{ title: 'Virtual machine' }, { title: 'Result' }, { title: 'What happened' }]}
      rows={machines.map((machine) => ({
        id: machine.name,
        cells: [
          machine.name,
          <Status key="result" tone={tones[machine.outcome]} text={outcomeWord(machine)} />,
          [machine.text, machine.advice].filter((part) => part !== null && part !== '').join(' '),
        ],
      }))}
    />
  );
}
