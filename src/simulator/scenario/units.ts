const decimal = String.raw`(\d+(?:\.\d+)?)`;

const durations = { ms: 1, s: 1000, m: 60_000, h: 3_600_000 } as const;
const sizes = { KB: 2 ** 10, MB: 2 ** 20, GB: 2 ** 30, TB: 2 ** 40 } as const;
const bitRates = { bps: 1, kbps: 1e3, Mbps: 1e6, Gbps: 1e9, Tbps: 1e12 } as const;

function measure(text: string, units: Readonly<Record<string, number>>, suffix = ''): number | null {
  const match = new RegExp(`^${decimal}(${Object.keys(units).join('|')})${suffix}$`).exec(text);
  const factor = units[match?.[2] ?? ''];
  return match === null || factor === undefined ? null : Number(match[1]) * factor;
}

/** What products of decimal fractions leave behind, as in 0.29 s, is taken away. */
function exact(value: number): number {
  const whole = Math.round(value);
  return Math.abs(value - whole) < 1e-6 ? whole : value;
}

/** Milliseconds, maybe a fraction, of `500ms`, `10s`, `2m` or `6h`; null for anything else. */
export function durationOf(text: string): number | null {
  const value = measure(text, durations);
  return value === null ? null : exact(value);
}

/** Whole bytes of `256KB`, `512MB`, `64GB` or `2TB`, which count in powers of 1024; null for anything else. */
export function sizeOf(text: string): number | null {
  const value = measure(text, sizes);
  return value === null ? null : Math.round(value);
}

/** Whole bytes a second of `128MB/s` (powers of 1024) or `1Gbps` (powers of 1000); null for anything else. */
export function byteRateOf(text: string): number | null {
  const bits = measure(text, bitRates);
  const bytes = measure(text, sizes, '/s');
  const value = bits === null ? bytes : bits / 8;
  return value === null ? null : Math.round(value);
}

/** Whole bits a second of `1Gbps` (powers of 1000) or `128MB/s` (powers of 1024); null for anything else. */
export function bitRateOf(text: string): number | null {
  const bits = measure(text, bitRates);
  const bytes = measure(text, sizes, '/s');
  const value = bytes === null ? bits : bytes * 8;
  return value === null ? null : Math.round(value);
}
