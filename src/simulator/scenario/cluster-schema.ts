import { z } from 'zod';
import { quorumModes } from '#shared/model/quorum';
import {
  address,
  amount,
  count,
  duration,
  fields,
  flag,
  interval,
  name,
  positiveCount,
  text,
  word,
} from './schema-parts';
import { settingKinds, type SettingKind, type SettingName } from './scenario-settings';

const ratio = z.number({ error: 'a number above 0' }).positive({ error: 'a number above 0' });

const share = ratio.max(1, { error: 'a number of at most 1' });

const settingSchemas = {
  duration,
  interval,
  count,
  positiveCount,
  size: amount,
  flag,
  ratio,
  share,
} as const satisfies Record<SettingKind, z.ZodType>;

type SettingShape = {
  [Name in SettingName]: z.ZodOptional<(typeof settingSchemas)[(typeof settingKinds)[Name]]>;
};

const settingShape = Object.fromEntries(
  Object.entries(settingKinds).map(([setting, kind]) => [setting, settingSchemas[kind].optional()]),
) as SettingShape;

const quorumSchema = fields({
  mode: word(...quorumModes).default('nodeMajority'),
  witness: text('a disk, a \\\\server\\share or an https:// address').optional(),
  dynamic: flag.optional(),
  lowerPriorityNode: name.optional(),
});

/** The cluster itself as the file gives it. */
export const clusterSchema = fields({
  name,
  domain: name.optional(),
  address: address.optional(),
  formed: flag.default(true),
  quorum: quorumSchema.prefault({}),
  settings: fields(settingShape).default({}),
});
