/** The bits of an IPv4 address as a number. */
function bitsOf(address: string): number {
  return address.split('.').reduce((bits, part) => bits * 256 + Number(part), 0);
}

/** The number of the subnet, of the size that a CIDR text gives, in which an IPv4 address lies. */
export function subnetNumber(cidr: string, address: string): number {
  return Math.floor(bitsOf(address) / 2 ** (32 - Number(cidr.split('/')[1] ?? 24)));
}
