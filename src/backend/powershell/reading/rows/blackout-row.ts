import { z } from 'zod';
import { count, name, optionalText } from '../row-values';

/** Seconds as text, with a point or, on some hosts, a comma. */
const seconds = z.string().transform((text, context) => {
  const value = Number(text.replace(',', '.'));
  if (text !== '' && Number.isFinite(value) && value >= 0) return value;
  context.addIssue({ code: 'custom', message: 'is no number of seconds' });
  return z.NEVER;
});

/** One row a live migration that a host logged: the events 20415 and 20417 of its log Hyper-V-VMMS-Admin. */
export const blackoutRow = z.object({
  RecordId: count,
  Machine: name,
  MachineId: optionalText,
  /** How long the machine stood still. */
  Seconds: seconds,
});

/** One live migration as its source host tells it. */
export type BlackoutRow = z.output<typeof blackoutRow>;
