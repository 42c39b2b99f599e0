import { equalLists } from './equality';

/**
 * Remembers the last result of a pure function for each first argument, as long as the other arguments are the same
 * objects. For what is made of objects of the view, which stay the same until they change.
 */
export function remember<Key extends object, Inputs extends readonly unknown[], Result>(
  build: (key: Key, ...inputs: Inputs) => Result,
): (key: Key, ...inputs: Inputs) => Result {
  const known = new WeakMap<Key, { readonly inputs: Inputs; readonly result: Result }>();
  return (key, ...inputs) => {
    const last = known.get(key);
    if (last !== undefined && equalLists<unknown>(last.inputs, inputs)) return last.result;
    const result = build(key, ...inputs);
    known.set(key, { inputs, result });
    return result;
  };
}
