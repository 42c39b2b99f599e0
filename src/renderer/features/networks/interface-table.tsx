import type { NetworkInterface } from '#shared/model/network';
import { PlainTable } from '../../ui/plain-table';
import { Status } from '../../ui/status';
import { interfaceStatus } from './network-words';

export interface InterfaceTableProps {
  readonly label: string;
  readonly interfaces: readonly NetworkInterface[];
  /** What names a row: the other end is known from the place. */
  readonly by: 'node' | 'network';
}

/** Network interfaces with their state and address. */
export function InterfaceTable({ label, interfaces, by }: InterfaceTableProps) {
  return (
    <PlainTable
      label={label}
      columns={[{ title: by === 'node' ? 'Node' : 'Network' }, { title: 'Status' }, { title: 'Address' }]}
      rows={interfaces.map((entry) => ({
        id: entry.id,
        cells: [entry[by], <Status key="status" {...interfaceStatus(entry.state)} />, entry.address],
      }))}
    />
  );
}
