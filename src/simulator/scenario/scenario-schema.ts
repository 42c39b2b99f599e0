import { z } from 'zod';
import { releases } from '#shared/model/release';
import { clusterSchema } from './cluster-schema';
import { diskSchema, networkSchema, nodeSchema, storageSchema } from './fabric-schema';
import { guestClusterSchema, roleSchema } from './role-schema';
import { count, duration, fields, list, release, text } from './schema-parts';
import { expectationSchema } from './expectation-schema';
import { timelineSchema } from './timeline-schema';

/** The format `regroup/scenario/1`: every field of a scenario file, its values and defaults. */
export const scenarioSchema = fields({
  schema: z.literal('regroup/scenario/1', { error: 'regroup/scenario/1' }),
  title: text('a title'),
  description: text('a text').optional(),
  release: release(...releases).default('2022'),
  seed: count.default(1),
  cluster: clusterSchema,
  nodes: list(nodeSchema).min(1, { error: 'at least one node' }),
  networks: list(networkSchema).min(1, { error: 'at least one network' }).optional(),
  storage: storageSchema.optional(),
  disks: list(diskSchema).default([]),
  roles: list(roleSchema).default([]),
  guestClusters: list(guestClusterSchema).default([]),
  timeline: list(timelineSchema).default([]),
  until: duration.optional(),
  expect: list(expectationSchema).default([]),
});
