function numberOf(address: string): number | null {
  const parts = address.split('.').map((part) => (/^\d{1,3}$/.test(part) ? Number(part) : 256));
  if (parts.length !== 4 || parts.some((part) => part > 255)) return null;
  return parts.reduce((number, part) => number * 256 + part, 0);
}

function maskOf(subnet: string): number | null {
  const bits = Number(subnet.split('/')[1]);
  if (!Number.isInteger(bits) || bits < 0 || bits > 32) return null;
  return bits === 0 ? 0 : (0xffffffff << (32 - bits)) >>> 0;
}

/** Whether an IPv4 address lies in a subnet in CIDR form, `192.168.100.0/24`. False for what is no such address. */
export function subnetContains(subnet: string, address: string): boolean {
  const base = numberOf(subnet.split('/')[0] ?? '');
  const candidate = numberOf(address);
  const mask = maskOf(subnet);
  return base !== null && candidate !== null && mask !== null && (base & mask) === (candidate & mask);
}

/** The mask of a subnet in CIDR form as `255.255.255.0`; null for what is no such subnet. */
export function subnetMask(subnet: string): string | null {
  const mask = maskOf(subnet);
  return mask === null ? null : [24, 16, 8, 0].map((shift) => (mask >>> shift) & 255).join('.');
}
