import type { StorageDevice } from '#shared/model/storage';
import { formatBytes } from '../../lib/format/bytes';
import { formatPercent } from '../../lib/format/numbers';
import { PlainTable } from '../../ui/plain-table';
import { Status } from '../../ui/status';
import { deviceStatus } from './disk-words';

/** Devices that are mirrored between storage servers. */
export function MirrorTable({ devices }: { readonly devices: readonly StorageDevice[] }) {
  return (
    <PlainTable
      label="Mirrors"
      columns={[{ title: 'Device' }, { title: 'Status' }, { title: 'Servers' }, { title: 'Size', align: 'end' }]}
      rows={devices.map((device) => ({
        id: device.id,
        cells: [
          device.name,
          <MirrorStatus key="status" device={device} />,
          device.servers.join(' ↔ '),
          formatBytes(device.size),
        ],
      }))}
    />
  );
}

function MirrorStatus({ device }: { readonly device: StorageDevice }) {
  const { tone, text } = deviceStatus(device);
  const percent = device.synchronization;
  return <Status tone={tone} text={percent === null ? text : `${text}, ${formatPercent(percent)}`} />;
}
