/** The bits of an IPv4 address as a number. */
function bitsOf(address: string): number {
  return address.split('.').reduce((bits, part) => bits * 256 + Number(part), 0);
}

/** Whether two IPv4 addresses lie in the same subnet of the size that a CIDR text gives. */
export function sameSubnet(cidr: string, a: string, b: string): boolean {
  const size = 2 ** (32 - Number(cidr.split('/')[1] ?? 24));
  return Math.floor(bitsOf(a) / size) === Math.floor(bitsOf(b) / size);
}
