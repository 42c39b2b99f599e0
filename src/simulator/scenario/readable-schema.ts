import { z } from 'zod';
import * as catalogue from '#shared/commands/input-fields';
import { duration, fields, name, size } from './schema-parts';

/**
 * The schema of a command's input as a scenario file writes it: the catalogue's own, with durations and sizes that may have
 * units and with errors that say what was expected.
 */
function readable(schema: z.core.$ZodType): z.ZodType {
  if (schema === catalogue.duration) return duration;
  if (schema === catalogue.size) return size;
  if (schema === catalogue.objectName) return name;
  if (schema instanceof z.ZodOptional) return readable(schema.unwrap()).optional();
  if (schema instanceof z.ZodArray) return z.array(readable(schema.element), { error: 'a list' });
  if (schema instanceof z.ZodObject) return fields(readableShape(schema.shape));
  if (schema instanceof z.ZodUnion)
    return z.union(schema.options.map(readable), { error: schema.options.map(inWords).join(' or ') });
  return schema as z.ZodType;
}

/** The fields of an input, each as a scenario file writes it. */
export function readableShape(shape: z.core.$ZodShape): Record<string, z.ZodType> {
  return Object.fromEntries(Object.entries(shape).map(([field, schema]) => [field, readable(schema)]));
}

function inWords(schema: z.core.$ZodType): string {
  if (schema instanceof z.ZodLiteral) return [...schema.values].map(String).join(' or ');
  if (schema instanceof z.ZodEnum) return schema.options.map(String).join(' or ');
  if (schema instanceof z.ZodObject) return `{${Object.keys(schema.shape).join(', ')}}`;
  if (schema instanceof z.ZodNumber) return 'a number';
  if (schema instanceof z.ZodBoolean) return 'true or false';
  return 'a text';
}
