import type { JsonValue } from '#shared/model/operation';
import type { CmdletFailure } from './cmdlet-failure';

/**
 * An object of the modules as it crosses the pipe: the name of its type and its properties, as the real object has them.
 * Enumerations are written by name (flags joined with a comma), times as milliseconds since 1970, spans as milliseconds,
 * objects inside an object again with `$type`; of those the properties that are left out are read when they are asked for.
 */
export interface PracticeObject {
  readonly $type: string;
  readonly [property: string]: JsonValue;
}

/** One thing that a cmdlet answers, in order. */
export type PracticeRecord =
  | { readonly kind: 'object'; readonly object: PracticeObject }
  | { readonly kind: 'warning'; readonly text: string }
  /** The cmdlet goes on after it (a name of several does not exist). */
  | ({ readonly kind: 'error' } & CmdletFailure)
  /** A file that the cmdlet writes: a log, a report. The name has no folder. */
  | { readonly kind: 'file'; readonly name: string; readonly text: string; readonly folder: string | null }
  /** Nothing follows. `failure`: what ended it before its time. */
  | { readonly kind: 'done'; readonly failure: CmdletFailure | null };

/** Whether a value that came over the pipe is an object of the modules. */
export function isPracticeObject(value: JsonValue | undefined): value is PracticeObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value) && '$type' in value;
}

/** An object that is named inside another one; whatever more is asked of it is read then. */
export function reference(type: string, name: string): PracticeObject {
  return { $type: type, Name: name };
}

/** A property that is a text; empty when the object has none of that name. */
export function textIn(object: PracticeObject, property: string): string {
  const value = object[property];
  return typeof value === 'string' ? value : '';
}
