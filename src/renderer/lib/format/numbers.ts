const whole = new Intl.NumberFormat('en-US', { maximumFractionDigits: 0 });
const tenth = new Intl.NumberFormat('en-US', { minimumFractionDigits: 1, maximumFractionDigits: 1 });

/** `8,192`. */
export function formatInteger(value: number): string {
  return whole.format(value);
}

/** Two or three significant digits: `5.9`, `41`, `286`; whole numbers without a decimal. */
export function formatShort(value: number): string {
  const rounded = Math.round(value * 10) / 10;
  return Math.abs(rounded) >= 100 || Number.isInteger(rounded) ? whole.format(rounded) : tenth.format(rounded);
}

/** `12 %`. */
export function formatPercent(value: number): string {
  return `${whole.format(value)} %`;
}

/** `1 role`, `7 roles`. */
export function formatCount(count: number, one: string, many = `${one}s`): string {
  return `${whole.format(count)} ${count === 1 ? one : many}`;
}
