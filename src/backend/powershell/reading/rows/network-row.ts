import { z } from 'zod';
import { enumeration, name, optionalCount, optionalText, texts } from '../row-values';

/** One row a network: `Get-ClusterNetwork`. */
export const networkRow = z.object({
  Id: name,
  Name: name,
  State: enumeration,
  Role: enumeration,
  Address: optionalText,
  AddressMask: optionalText,
  Ipv6Addresses: texts,
  Ipv6PrefixLengths: z
    .array(optionalCount)
    .nullish()
    .transform((list) => list ?? []),
  Metric: optionalCount,
});

/** What `Get-ClusterNetwork` says of one network. */
export type NetworkRow = z.output<typeof networkRow>;

/** One row an interface: `Get-ClusterNetworkInterface`. */
export const interfaceRow = z.object({
  Id: name,
  Name: name,
  Node: optionalText,
  Network: optionalText,
  State: enumeration,
  Address: optionalText,
  Ipv6Addresses: texts,
});

/** What `Get-ClusterNetworkInterface` says of one interface. */
export type InterfaceRow = z.output<typeof interfaceRow>;
