const units = ['B', 'KB', 'MB', 'GB', 'TB', 'PB'] as const;

/** A part of a whole in the unit of the whole, so that the two compare at a glance: `5.9 of 8.0 GB`, `186 of 286 MB`. */
export function formatBytesOf(part: number, whole: number): string {
  const unit = whole < 1024 ? 0 : Math.min(units.length - 1, Math.floor(Math.log2(whole) / 10));
  const size = 1024 ** unit;
  const digits = unit === 0 || whole / size >= 100 ? 0 : 1;
  return `${(part / size).toFixed(digits)} of ${(whole / size).toFixed(digits)} ${units[unit] ?? 'B'}`;
}
