import fc from 'fast-check';
import { isAtLeast, type Release } from '#shared/model/release';
import { place, sometimes } from './draws';

const often = <T>(value: T) => sometimes(fc.constant(value), 2);
const seldom = <T>(value: T) => sometimes(fc.constant(value), 8);

const disk = fc.record({
  use: fc.constantFrom('csv', 'role', 'available'),
  device: sometimes(place, 2),
  owner: sometimes(place, 4),
  slow: seldom('10MB/s'),
  local: sometimes(fc.constant(true), 20),
});

/** The draws that the storage of a cluster is made of. */
export const randomStorage = fc.record({
  fabric: sometimes(
    fc.record({
      servers: fc.integer({ min: 1, max: 2 }),
      devices: fc.array(fc.record({ mirrored: fc.boolean(), behind: seldom(false), slow: often('1MB/s') }), {
        minLength: 1,
        maxLength: 2,
      }),
      mpio: fc.constantFrom('roundRobin', 'failOverOnly', 'none'),
      noSessions: seldom(true),
    }),
    2,
  ),
  witnessDisk: fc.boolean(),
  witnessDevice: seldom(true),
  disks: fc.array(disk, { maxLength: 6 }),
});

/** The draws of one storage. */
export type RandomStorage = typeof randomStorage extends fc.Arbitrary<infer Storage> ? Storage : never;

type Use = 'witness' | 'csv' | 'role' | 'available';

/** The storage of some draws as a scenario file says it, with the names that roles and timelines need. */
export function storageOf(
  { fabric, witnessDisk, witnessDevice, disks }: RandomStorage,
  release: Release,
  nodes: number,
) {
  const servers = Array.from({ length: fabric?.servers ?? 0 }, (_, index) => `Store${index + 1}`);
  const devices = (fabric?.devices ?? []).map(({ mirrored, behind, slow }, index) => ({
    ...{ name: `HA${index + 1}`, size: '2GB', synchronized: behind, syncRate: slow },
    mirrors: servers.slice(0, mirrored ? 2 : 1).map((server) => ({ server })),
  }));
  const device = (where: number | undefined): string | undefined =>
    where === undefined ? undefined : devices[where % Math.max(1, devices.length)]?.name;
  const volumes = isAtLeast(release, '2008R2');
  const list = disks.map(({ use, device: where, owner, slow, local }, index) => {
    const actual: Use = use === 'csv' && !volumes ? 'role' : use;
    return {
      ...{ name: `${{ csv: 'CSV', role: 'LUN', available: 'Spare', witness: '' }[actual]}${index + 1}`, size: '50GB' },
      ...{ use: actual, device: device(where), throughput: slow },
      ...(owner === undefined || actual === 'role' || owner % nodes !== 0 ? {} : { owner: 'N1' }),
      ...(local === true && actual === 'available' ? { persistentReservations: false } : {}),
    };
  });
  const witness = witnessDisk
    ? [{ name: 'Quorum', size: '1GB', use: 'witness' as Use, device: witnessDevice === true ? device(0) : undefined }]
    : [];
  const all = [...witness, ...list];
  const named = (use: Use): readonly string[] => all.filter((one) => one.use === use).map(({ name }) => name);
  return {
    storage:
      fabric === undefined
        ? undefined
        : {
            servers: servers.map((name) => ({ name })),
            ...{ devices, mpio: fabric.mpio, sessions: fabric.noSessions === true ? 'none' : undefined },
          },
    ...{ disks: all, servers: fabric?.noSessions === true ? [] : servers },
    mirrored: devices.filter(({ mirrors }) => mirrors.length > 1).map(({ name }) => name),
    ...{ volumes: named('csv'), luns: named('role') },
  };
}
