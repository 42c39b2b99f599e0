import type { JsonValue } from '#shared/model/operation';
import { wrongArgument } from './cmdlet-failure';
import { isPracticeObject, type PracticeObject } from './practice-object';

/** The parameters that a cmdlet was called with, by their full names. Each answer is undefined when it was not given. */
export interface BoundParameters {
  has(name: string): boolean;
  text(name: string): string | undefined;
  texts(name: string): readonly string[] | undefined;
  number(name: string): number | undefined;
  /** A switch or a truth value; false when it was not given. */
  flag(name: string): boolean;
  object(name: string): PracticeObject | undefined;
  objects(name: string): readonly PracticeObject[];
  value(name: string): JsonValue | undefined;
}

/** The name that an object or a text stands for. */
export function nameOf(value: JsonValue): string {
  if (isPracticeObject(value)) return typeof value['Name'] === 'string' ? value['Name'] : '';
  return typeof value === 'string' ? value : JSON.stringify(value);
}

/** Reads the parameters of one call. */
export function boundParameters(given: { readonly [name: string]: JsonValue }): BoundParameters {
  const value = (name: string): JsonValue | undefined => (Object.hasOwn(given, name) ? given[name] : undefined);
  const listOf = (name: string): readonly JsonValue[] => {
    const found = value(name);
    if (found === undefined || found === null) return [];
    return Array.isArray(found) ? (found as readonly JsonValue[]) : [found];
  };
  return {
    has: (name) => value(name) !== undefined,
    value,
    text: (name) => {
      const found = value(name);
      return found === undefined || found === null ? undefined : nameOf(found);
    },
    texts: (name) => (value(name) === undefined ? undefined : listOf(name).map(nameOf)),
    number: (name) => {
      const found = value(name);
      if (found === undefined || found === null) return undefined;
      const number = typeof found === 'number' ? found : Number(nameOf(found));
      if (!Number.isFinite(number)) throw wrongArgument(`-${name} takes a number.`);
      return number;
    },
    flag: (name) => value(name) === true,
    object: (name) => listOf(name).find(isPracticeObject),
    objects: (name) => listOf(name).filter(isPracticeObject),
  };
}
