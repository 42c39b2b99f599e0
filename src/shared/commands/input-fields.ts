import { z } from 'zod';

/** The name of an object. Windows' own limits are shorter; hostile ones must get far enough to be answered in words. */
export const objectName = z.string().min(1).max(1024);

/** Several objects of one kind, at least one. */
export const objectNames = z.array(objectName).min(1).max(1000);

/** Several objects of one kind, or none. */
export const anyObjectNames = z.array(objectName).max(1000);

/** Milliseconds. Readers of text (scenarios, forms) recognise a field of this schema and convert `6h` before parsing. */
export const duration = z.int().nonnegative().describe('milliseconds');

/** Bytes. Readers of text recognise a field of this schema and convert `4GB` before parsing. */
export const size = z.int().positive().describe('bytes');

/** A free text such as an address, a command line or a path. */
export const text = z.string().min(1).max(4096);

/** A role and where it moves. */
export const moveInput = z.strictObject({
  role: objectName,
  /** Left out: the best possible node. */
  destination: objectName.optional(),
});
