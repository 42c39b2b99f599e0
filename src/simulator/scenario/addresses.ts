function numberOf(address: string): number {
  return address.split('.').reduce((number, byte) => number * 256 + Number(byte), 0);
}

function textOf(address: number): string {
  return [24, 16, 8, 0].map((bits) => Math.floor(address / 2 ** bits) % 256).join('.');
}

/** Hands out addresses of subnets, each once. */
export interface AddressPool {
  /** The next free address of a subnet in CIDR form, from its eleventh host on; null when there is none. */
  take(subnet: string): string | null;
}

/** A pool that leaves out the addresses that are in use. */
export function addressPool(used: Iterable<string>): AddressPool {
  const taken = new Set([...used].map(numberOf));
  return {
    take: (subnet) => {
      const [base = '', prefix = ''] = subnet.split('/');
      const size = 2 ** (32 - Number(prefix));
      const first = Math.floor(numberOf(base) / size) * size;
      const hosts = size > 2 ? size - 2 : size;
      const offset = size > 2 ? 1 : 0;
      for (let tried = 0; tried < hosts; tried += 1) {
        const address = first + offset + ((tried + (hosts > 10 ? 10 : 0)) % hosts);
        if (taken.has(address)) continue;
        taken.add(address);
        return textOf(address);
      }
      return null;
    },
  };
}
