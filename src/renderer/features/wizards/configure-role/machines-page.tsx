import { Checkbox, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { useId, useState } from 'react';
import { exactBytes, formatBytes } from '../../../lib/format/bytes';
import { EmptyState } from '../../../ui/empty-state';
import { GridFilter } from '../../../ui/grid/grid-filter';
import type { MachineChoice } from './machine-choices';

const heads = ['Name', 'Node', 'State', 'Memory', 'Storage'] as const;

/** More machines than this get a filter, and only the first ones that match it are listed. */
const listed = 200;

const useStyles = makeStyles({
  table: { borderCollapse: 'collapse', width: '100%', fontVariantNumeric: 'tabular-nums' },
  cell: {
    padding: '2px 16px 2px 0',
    textAlign: 'left',
    fontWeight: tokens.fontWeightRegular,
    borderBottom: `1px solid ${tokens.colorNeutralStroke3}`,
  },
  head: { color: tokens.colorNeutralForeground3 },
  end: { textAlign: 'right', whiteSpace: 'nowrap' },
  faint: { color: tokens.colorNeutralForeground3 },
  note: { margin: 0, color: tokens.colorNeutralForeground3 },
});

export interface MachinesPageProps {
  readonly choices: readonly MachineChoice[];
  readonly chosen: readonly string[];
  readonly onToggle: (name: string) => void;
}

/** The machines that are not highly available; several can be chosen at once. */
export function MachinesPage({ choices, chosen, onToggle }: MachinesPageProps) {
  const styles = useStyles();
  const [filter, setFilter] = useState('');
  if (choices.length === 0) {
    return <EmptyState>Every virtual machine on the nodes of this cluster is highly available already.</EmptyState>;
  }
  const withNotes = choices.some(({ reason }) => reason !== null);
  const matching = choices.filter(({ name, node }) => `${name} ${node}`.toLowerCase().includes(filter.toLowerCase()));
  return (
    <>
      {choices.length > listed ? <GridFilter value={filter} onChange={setFilter} placeholder="Filter" /> : null}
      <table className={styles.table} aria-label="Virtual machines">
        <thead className={styles.head}>
          <tr>
            {[...heads, ...(withNotes ? ['Note'] : [])].map((title) => (
              <th key={title} scope="col" className={mergeClasses(styles.cell, title === 'Memory' && styles.end)}>
                {title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {matching.slice(0, listed).map((choice) => (
            <MachineLine key={choice.id} choice={choice} checked={chosen.includes(choice.name)} onToggle={onToggle} />
          ))}
        </tbody>
      </table>
      {matching.length > listed ? (
        <p className={styles.note}>{matching.length - listed} more: type in the filter to find them.</p>
      ) : null}
    </>
  );
}

interface MachineLineProps {
  readonly choice: MachineChoice;
  readonly checked: boolean;
  readonly onToggle: (name: string) => void;
}

function MachineLine({ choice, checked, onToggle }: MachineLineProps) {
  const styles = useStyles();
  const noteId = useId();
  const { name, node, state, memory, disks, reason } = choice;
  return (
    <tr className={reason === null ? undefined : styles.faint}>
      <td className={styles.cell}>
        <Checkbox
          label={name}
          checked={checked}
          disabled={reason !== null}
          aria-describedby={reason === null ? undefined : noteId}
          onChange={() => onToggle(name)}
        />
      </td>
      <td className={styles.cell}>{node}</td>
      <td className={styles.cell}>{state}</td>
      <td className={mergeClasses(styles.cell, styles.end)} title={exactBytes(memory)}>
        {formatBytes(memory)}
      </td>
      <td className={styles.cell}>{disks}</td>
      {reason === null ? null : (
        <td className={styles.cell} id={noteId}>
          {reason}
        </td>
      )}
    </tr>
  );
}
