import fc from 'fast-check';

/** Where something stands in whatever list there is: see {@link at}. */
export const place = fc.nat(99);

/** One of a list; undefined of an empty one. */
export function at<T>(list: readonly T[], where: number): T | undefined {
  return list[where % Math.max(1, list.length)];
}

/** A value once in so many times, else undefined, to which it shrinks. */
export function sometimes<T>(value: fc.Arbitrary<T>, oneIn = 3): fc.Arbitrary<T | undefined> {
  return fc.oneof(
    { withCrossShrink: true },
    { weight: oneIn - 1, arbitrary: fc.constant(undefined) },
    { weight: 1, arbitrary: value },
  );
}
