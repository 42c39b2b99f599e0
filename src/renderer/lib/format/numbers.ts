// Not by Intl.NumberFormat: the first one reads its tables, which the first picture of the window would wait for.
const betweenThousands = /\B(?=(?:\d{3})+$)/g;

/** `8,192`. */
export function formatInteger(value: number): string {
  return String(Math.round(value)).replace(betweenThousands, ',');
}

/** Two or three significant digits: `5.9`, `41`, `286`; whole numbers without a decimal. */
export function formatShort(value: number): string {
  const rounded = Math.round(value * 10) / 10;
  return Math.abs(rounded) >= 100 || Number.isInteger(rounded) ? formatInteger(rounded) : rounded.toFixed(1);
}

/** `12 %`. */
export function formatPercent(value: number): string {
  return `${formatInteger(value)} %`;
}

/** `1 role`, `7 roles`. */
export function formatCount(count: number, one: string, many = `${one}s`): string {
  return `${formatInteger(count)} ${count === 1 ? one : many}`;
}
