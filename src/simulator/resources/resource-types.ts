/** How long a resource takes, in milliseconds. */
export interface ResourceTimes {
  readonly online: number;
  readonly offline: number;
}

/** "Resource times, online / offline" of the rules; a machine's are beside saving, restoring and booting. */
const times: Readonly<Record<string, ResourceTimes>> = {
  'Virtual Machine': { online: 1000, offline: 1000 },
  'Virtual Machine Configuration': { online: 500, offline: 500 },
  'Physical Disk': { online: 2000, offline: 1000 },
  'IP Address': { online: 1000, offline: 500 },
  'Network Name': { online: 2000, offline: 500 },
};

/** Times of a resource type; 1 s each for every type that the rules do not name. */
export function timesOf(type: string): ResourceTimes {
  return times[type] ?? { online: 1000, offline: 1000 };
}
