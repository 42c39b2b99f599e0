import { z } from 'zod';
import type { JsonValue } from '#shared/model/operation';

const object = z.looseObject({ $type: z.string().max(100) });

/** What a client asks, one line of JSON. `token` proves that it may. */
const requestSchema = z.discriminatedUnion('ask', [
  /** Whether this is the right pipe and token. */
  z.strictObject({ ask: z.literal('hello'), token: z.string() }),
  z.strictObject({
    ask: z.literal('cmdlet'),
    token: z.string(),
    cmdlet: z.string().max(100),
    parameters: z.record(z.string().max(100), z.json()),
  }),
  /** All properties of an object. */
  z.strictObject({ ask: z.literal('object'), token: z.string(), object }),
  /** An assignment to a property. */
  z.strictObject({
    ask: z.literal('set'),
    token: z.string(),
    object,
    property: z.string().max(100),
    value: z.json(),
  }),
]);

/** An object as a client names it: its type and what tells it apart. */
interface NamedObject {
  readonly $type: string;
  readonly [property: string]: JsonValue;
}

/** A request whose form is right. */
export type PracticeRequest =
  | { readonly ask: 'hello' }
  | { readonly ask: 'cmdlet'; readonly cmdlet: string; readonly parameters: { readonly [name: string]: JsonValue } }
  | { readonly ask: 'object'; readonly object: NamedObject }
  | { readonly ask: 'set'; readonly object: NamedObject; readonly property: string; readonly value: JsonValue };

/** Reads a line. Null: it is no request. */
export function readRequest(line: string): { readonly token: string; readonly request: PracticeRequest } | null {
  let data: unknown;
  try {
    data = JSON.parse(line);
  } catch {
    return null;
  }
  const parsed = requestSchema.safeParse(data);
  if (!parsed.success) return null;
  // What was parsed from JSON is JSON, in the extra properties of an object as well.
  return { token: parsed.data.token, request: parsed.data as PracticeRequest };
}
