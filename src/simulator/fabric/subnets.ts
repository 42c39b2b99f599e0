import { subnetNumber } from '../engine/subnet-number';

/** Whether two IPv4 addresses lie in the same subnet of the size that a CIDR text gives. */
export function sameSubnet(cidr: string, a: string, b: string): boolean {
  return subnetNumber(cidr, a) === subnetNumber(cidr, b);
}
