import type { ReadPart, SectionReading } from '#shared/model/snapshot';
import { formatCount } from '../../lib/format/numbers';
import { briefTime, type TimeScale } from '../../lib/format/time';

const sectionWords: Readonly<Record<ReadPart, string>> = {
  cluster: 'the cluster',
  quorum: 'quorum',
  storage: 'storage',
  operations: 'tasks',
  nodes: 'nodes',
  roles: 'roles',
  resources: 'resources',
  networks: 'networks',
  networkInterfaces: 'network interfaces',
  disks: 'disks',
  sharedVolumes: 'shared volumes',
  virtualMachines: 'virtual machines',
  events: 'events',
};

/** Lines before it says "more". */
const lineLimit = 4;

/** A line for each node and reason: what could not be read, why, and from when what is shown is. */
export function oldPartsInWords(old: readonly SectionReading[], scale: TimeScale): readonly string[] {
  const groups = new Map<string, readonly SectionReading[]>();
  for (const reading of old) {
    const key = `${reading.ofNode ?? ''}\n${reading.problem ?? ''}`;
    groups.set(key, [...(groups.get(key) ?? []), reading]);
  }
  const lines = [...groups.values()].map((readings) => lineOf(readings, scale));
  if (lines.length <= lineLimit) return lines;
  const hidden = lines.length - lineLimit + 1;
  return [...lines.slice(0, lineLimit - 1), `${formatCount(hidden, 'more reason')}, see the ages of the data.`];
}

function lineOf(readings: readonly SectionReading[], scale: TimeScale): string {
  const [{ ofNode, problem } = { ofNode: null, problem: null }] = readings;
  const what = readings.map(({ section }) => sectionWords[section]).join(', ');
  const where = ofNode === null ? '' : ` of ${ofNode}`;
  const oldest = Math.min(...readings.map(({ readAt }) => readAt));
  const age = oldest === 0 ? 'Never read yet.' : `Last read ${briefTime(oldest, scale)}.`;
  return `${what.charAt(0).toUpperCase()}${what.slice(1)}${where}: ${problem ?? ''} ${age}`;
}
