import { z } from 'zod';
import { catalogue, type CommandName } from '#shared/commands/catalogue';
import { faultSchemas, type Fault, type FaultName } from '#shared/faults/fault';
import { chosen, passOn, type Choice, type Mapping } from './chosen-schema';
import { issueWords } from './issue-words';
import { readableShape } from './readable-schema';
import type { TimelineEntry } from './scenario-story';
import { bitRate, duration, fields, latency, name } from './schema-parts';
import { durationOf, sizeOf } from './units';

const shareText = 'a share such as 0.05 or 5%';

const share = z.unknown().transform((raw, context): number => {
  const percent = typeof raw === 'string' ? /^(\d+(?:\.\d+)?)%$/.exec(raw)?.[1] : undefined;
  const value = percent === undefined ? raw : Number(percent) / 100;
  if (typeof value === 'number' && value >= 0 && value <= 1) return value;
  context.addIssue({ code: 'custom', message: shareText });
  return z.NEVER;
});

/** Fields of faults that a file gives with units. */
const faultUnits: { readonly [Name in FaultName]?: Record<string, z.ZodType> } = {
  'network.degrade': { bandwidth: bitRate.optional(), latency: latency.optional(), loss: share.optional() },
};

function commandEntry(command: CommandName): z.ZodType<TimelineEntry> {
  const { input: schema } = catalogue[command];
  return fields({
    at: duration,
    as: name.optional(),
    command: z.literal(command),
    ...readableShape(schema.shape),
  }).transform(({ at, as, command: _command, ...given }, context): TimelineEntry => {
    const input = schema.safeParse(command === 'cluster.setProperty' ? withPlainValue(given) : given, {
      error: issueWords,
    });
    if (!input.success) passOn(input.error.issues, context);
    const action = { kind: 'command', command, input: input.data ?? {} } as const;
    return { at, label: as ?? null, action };
  });
}

/** A property of the cluster is a number where the file may write a unit. */
function withPlainValue(given: Mapping): Mapping {
  const { value } = given;
  return typeof value === 'string' ? { ...given, value: durationOf(value) ?? sizeOf(value) ?? value } : given;
}

function faultEntry(fault: FaultName): z.ZodType<TimelineEntry> {
  const shape = { ...readableShape(faultSchemas[fault].shape), ...faultUnits[fault] };
  return fields({ at: duration, fault: z.literal(fault), ...shape }).transform(({ at, ...rest }): TimelineEntry => ({
    at,
    label: null,
    action: { kind: 'fault', fault: rest as Fault },
  }));
}

function tableOf<Name extends string>(names: readonly Name[], entry: (name: Name) => z.ZodType<TimelineEntry>) {
  return new Map<string, z.ZodType<TimelineEntry>>(names.map((known) => [known, entry(known)]));
}

const commands = tableOf(Object.keys(catalogue) as CommandName[], commandEntry);
const faults = tableOf(Object.keys(faultSchemas) as FaultName[], faultEntry);

function choose(field: 'command' | 'fault', name: unknown): Choice<TimelineEntry> {
  const table = field === 'command' ? commands : faults;
  const read = typeof name === 'string' ? table.get(name) : undefined;
  if (read !== undefined) return { read };
  return { expected: `the name of a ${field}`, at: field, values: [...table.keys()] };
}

/** An entry of the timeline as the file gives it: a command with its inputs beside it, or a fault with its. */
export const timelineSchema = chosen((entry): Choice<TimelineEntry> => {
  if ('command' in entry && 'fault' in entry)
    return { expected: 'no fault beside a command', at: 'fault', values: null };
  if ('command' in entry) return choose('command', entry.command);
  if ('fault' in entry) return choose('fault', entry.fault);
  return { expected: 'a command or a fault with its time', kinds: ['command', 'fault'] };
});
