import { z } from 'zod';
import {
  address,
  amount,
  bitRate,
  byteRate,
  flag,
  fields,
  latency,
  list,
  name,
  positiveCount,
  size,
  subnet,
  text,
  word,
} from './schema-parts';

/** Bytes in a gigabyte. */
const gigabyte = 2 ** 30;

const addresses = z.record(z.string(), address, { error: 'a mapping of networks to addresses' });

const processor = fields({
  vendor: text('the vendor of a processor').default('Intel'),
  model: text('the model of a processor').default('Xeon E5'),
  logicalProcessors: positiveCount.default(16),
  is64Bit: flag.default(true),
  virtualization: flag.default(true),
  executionPrevention: flag.default(true),
});

/** A server as the file gives it. */
export const nodeSchema = fields({
  name,
  memory: size.default(64 * gigabyte),
  cpu: processor.prefault({}),
  site: name.optional(),
  vote: z.literal([0, 1], { error: '0 or 1' }).default(1),
  state: word('up', 'off').default('up'),
  osBuild: text("an operating system build such as '20348.2700', in quotes").optional(),
  hostReserve: amount.default(2 * gigabyte),
  nics: addresses.optional(),
});

/** A network as the file gives it. */
export const networkSchema = fields({
  name,
  subnet,
  role: word('none', 'cluster', 'clusterAndClient').default('clusterAndClient'),
  bandwidth: bitRate.default(1_000_000_000),
  liveMigration: positiveCount.optional(),
  latency: latency.default(0.2),
});

/** The networks of a file that has none. */
export const defaultNetworks = [
  { name: 'Public', subnet: '192.168.100.0/24', role: 'clusterAndClient', liveMigration: 2 },
  { name: 'Private', subnet: '10.10.10.0/24', role: 'cluster', liveMigration: 1 },
  { name: 'iSCSI', subnet: '172.30.100.0/24', role: 'none' },
] as const satisfies readonly z.input<typeof networkSchema>[];

const mirror = fields({
  server: name,
  target: name.optional(),
  priority: word('primary', 'secondary').optional(),
});

const session = fields({ node: name, server: name });

/** The servers behind the disks as the file gives them. */
export const storageSchema = fields({
  servers: list(fields({ name, nics: addresses.optional() })).default([]),
  devices: list(
    fields({
      name,
      size,
      mirrors: list(mirror)
        .min(1, { error: 'one storage server, or two for a mirror' })
        .max(2, { error: 'one storage server, or two for a mirror' }),
      synchronized: flag.default(true),
      syncRate: byteRate.default(100 * 2 ** 20),
    }),
  ).default([]),
  sessions: z
    .union([z.enum(['all', 'none']), list(session)], { error: 'all, none or a list of {node, server}' })
    .default('all'),
  mpio: word('none', 'failOverOnly', 'roundRobin').default('roundRobin'),
});

/** A LUN as the file gives it. */
export const diskSchema = fields({
  name,
  size,
  device: name.optional(),
  use: word('witness', 'csv', 'role', 'available'),
  owner: name.optional(),
  throughput: byteRate.default(128 * 2 ** 20),
  persistentReservations: flag.default(true),
  bus: word('iSCSI', 'FC', 'SAS').default('iSCSI'),
});
