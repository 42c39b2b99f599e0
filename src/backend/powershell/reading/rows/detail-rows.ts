import { z } from 'zod';
import { name, optionalText, texts } from '../row-values';

/** One row a role or resource with its owners: `Get-ClusterOwnerNode`. Preferred owners of a role, possible ones of a resource. */
export const ownerRow = z.object({ Kind: z.enum(['group', 'resource']), Name: name, Owners: texts });

/** One row a resource that depends on others: `Get-ClusterResourceDependency`. */
export const dependencyRow = z.object({ Resource: name, Expression: optionalText });

/** One row a private property: `Get-ClusterParameter`. */
export const parameterRow = z.object({
  /** The resource, or the type where `Kind` says so. */
  Owner: name,
  Kind: z.enum(['resource', 'type']),
  Name: name,
  Value: z.union([z.string(), z.number(), z.null()]).transform((value) => (value === null ? null : String(value))),
});

/** One private property. */
export type ParameterRow = z.output<typeof parameterRow>;
