import { formatInteger, formatShort } from './numbers';

const units = ['B', 'KB', 'MB', 'GB', 'TB', 'PB'] as const;

/** Binary, with the names that Windows gives them: `8 GB`, `5.9 GB`, `286 MB`. */
export function formatBytes(bytes: number): string {
  let value = bytes;
  let unit = 0;
  while (Math.abs(Math.round(value * 10) / 10) >= 1024 && unit < units.length - 1) {
    value /= 1024;
    unit += 1;
  }
  return `${unit === 0 ? formatInteger(value) : formatShort(value)} ${units[unit] ?? 'B'}`;
}

/** For tooltips: `8,589,934,592 bytes`. */
export function exactBytes(bytes: number): string {
  return `${formatInteger(bytes)} bytes`;
}

/** `112 MB/s`. */
export function formatRate(bytesPerSecond: number): string {
  return `${formatBytes(bytesPerSecond)}/s`;
}

const bitUnits = ['bps', 'Kbps', 'Mbps', 'Gbps', 'Tbps'] as const;

/** Decimal bits a second: `1 Gbps`. */
export function formatBandwidth(bitsPerSecond: number): string {
  let value = bitsPerSecond;
  let unit = 0;
  while (value >= 1000 && unit < bitUnits.length - 1) {
    value /= 1000;
    unit += 1;
  }
  return `${formatShort(value)} ${bitUnits[unit] ?? 'bps'}`;
}
