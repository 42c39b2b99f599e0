import { z } from 'zod';
import { releases } from '#shared/model/release';
import {
  address,
  amount,
  count,
  duration,
  fields,
  flag,
  flow,
  list,
  name,
  positiveCount,
  release,
  size,
  text,
  word,
} from './schema-parts';
import { scenarioRoleTypes } from './scenario-role';

const hour = z
  .int({ error: 'an hour from 0 to 23' })
  .min(0, { error: 'an hour from 0 to 23' })
  .max(23, { error: 'an hour from 0 to 23' });

const failbackSchema = z.union([z.enum(['prevent', 'immediate']), fields({ from: hour, to: hour })], {
  error: 'prevent, immediate or {from: 22, to: 5}',
});

const state = word('online', 'offline').default('online');
const type = word(...scenarioRoleTypes);

const extraResource = fields({
  name,
  type: text('a resource type such as Generic Service'),
  dependsOn: text('resources such as "A and (B or C)"').optional(),
  onlineTime: duration.optional(),
  offlineTime: duration.optional(),
});

/** What only virtual machines have. */
const machineFields = {
  memory: size.default(4 * 2 ** 30),
  usedMemory: amount.optional(),
  processors: positiveCount.default(2),
  dirtyRate: flow.default(10 * 2 ** 20),
  workingSet: amount.optional(),
  bootTime: duration.default(20_000),
  virtualDisk: size.default(20 * 2 ** 30),
  offlineAction: word('save', 'shutdown', 'turnOff').default('save'),
  cpuCompatibility: flag.default(false),
  clustered: flag.default(true),
  heartbeatCheck: flag.default(true),
};

/** Names of the fields that only virtual machines have. */
export const machineFieldNames: readonly string[] = Object.keys(machineFields);

/** A role, or a machine that is none, as the file gives it. */
export const roleSchema = fields({
  name,
  type,
  owner: name.optional(),
  state,
  disks: list(name).default([]),
  ...machineFields,
  preferredOwners: list(name).default([]),
  possibleOwners: list(name).default([]),
  antiAffinity: list(name).default([]),
  priority: word('high', 'medium', 'low', 'noAutoStart').default('medium'),
  failover: fields({ threshold: count.optional(), period: duration.optional() }).prefault({}),
  failback: failbackSchema.default('prevent'),
  restart: fields({
    threshold: count.optional(),
    period: duration.optional(),
    delay: duration.optional(),
    retryAfter: duration.optional(),
  }).prefault({}),
  address: address.optional(),
  resources: list(extraResource).default([]),
});

/** A cluster of virtual machines as the file gives it. */
export const guestClusterSchema = fields({
  name,
  nodes: list(name).min(1, { error: 'at least one virtual machine' }),
  release: release('2003', ...releases).optional(),
  disk: name.optional(),
  roles: list(fields({ name, type, owner: name, state })).default([]),
});
