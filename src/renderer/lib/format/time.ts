import { formatInteger, formatShort } from './numbers';

const second = 1000;
const minute = 60 * second;
const hour = 60 * minute;
const day = 24 * hour;

/** For people: `41 ms`, `2.4 s`, `18 s`, `1 min 31 s`, `2 h 05 min`, `3 d 4 h`. */
export function formatDuration(milliseconds: number): string {
  const length = Math.max(0, milliseconds);
  if (length < second) return `${formatInteger(length)} ms`;
  if (length < 10 * second) return `${formatShort(length / second)} s`;
  const seconds = Math.round(length / second);
  if (seconds < 60) return `${seconds} s`;
  if (seconds < 3600) return pair(Math.floor(seconds / 60), 'min', seconds % 60, 's');
  const minutes = Math.round(length / minute);
  if (minutes < 24 * 60) return pair(Math.floor(minutes / 60), 'h', minutes % 60, 'min');
  const hours = Math.round(length / hour);
  return pair(Math.floor(hours / 24), 'd', hours % 24, 'h');
}

function pair(big: number, bigUnit: string, small: number, smallUnit: string): string {
  return small === 0 ? `${big} ${bigUnit}` : `${big} ${bigUnit} ${String(small).padStart(2, '0')} ${smallUnit}`;
}

/** For tooltips: `91,234 ms`. */
export function exactDuration(milliseconds: number): string {
  return `${formatInteger(milliseconds)} ms`;
}

/** `0.4 s ago`, `12 s ago`, `3 min ago`; the second part of a duration is left out. */
export function formatAge(milliseconds: number): string {
  const length = Math.max(0, milliseconds);
  if (length < 10 * second) return `${formatShort(Math.floor(length / 100) / 10)} s ago`;
  if (length < minute) return `${Math.floor(length / second)} s ago`;
  if (length < hour) return `${Math.floor(length / minute)} min ago`;
  if (length < day) return `${Math.floor(length / hour)} h ago`;
  return `${Math.floor(length / day)} d ago`;
}

/** Which clock a cluster's times are on: simulated time since the start of the scenario, or since 1970. */
export type TimeScale = 'simulated' | 'real';

/** `Day 1, 09:14:32` for simulated time (0 is 00:00 of day 1), else the date and time of this computer's zone. */
export function formatTime(time: number, scale: TimeScale): string {
  if (scale === 'simulated') return `Day ${Math.floor(time / day) + 1}, ${clockOf(time)}`;
  return new Date(time).toLocaleString();
}

/** For columns: as `formatTime`; of a real time it leaves out the date of today (`now`), else the seconds and this year. */
export function briefTime(time: number, scale: TimeScale, now: number = Date.now()): string {
  if (scale === 'simulated') return formatTime(time, scale);
  const [then, today] = [new Date(time), new Date(now)];
  if (then.toDateString() === today.toDateString()) return then.toLocaleTimeString();
  const date = { month: 'short', day: 'numeric', hour: 'numeric', minute: '2-digit' } as const;
  const year = then.getFullYear() === today.getFullYear() ? {} : ({ year: 'numeric' } as const);
  return then.toLocaleString(undefined, { ...date, ...year });
}

/** Time of day of a moment on the window's own clock, `performance.now()`. */
export function clockTime(moment: number): string {
  return new Date(performance.timeOrigin + moment).toLocaleTimeString();
}

/** For tooltips: a time with milliseconds. */
export function exactTime(time: number, scale: TimeScale): string {
  if (scale === 'simulated') {
    return `${formatTime(time, scale)}.${String(Math.floor(time % second)).padStart(3, '0')}`;
  }
  return new Date(time).toISOString();
}

function clockOf(time: number): string {
  const parts = [
    Math.floor((time % day) / hour),
    Math.floor((time % hour) / minute),
    Math.floor((time % minute) / second),
  ];
  return parts.map((part) => String(part).padStart(2, '0')).join(':');
}
