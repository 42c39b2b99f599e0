import { foldName } from '#shared/model/cluster-view';
import type { ClusterSnapshot } from '#shared/model/snapshot';
import { suggestionFor } from '#shared/suggestion';
import type { NamedCommand } from './named-command';

/** The lists of a snapshot in which a key of a command names something. */
const listsOf = {
  role: ['roles'],
  node: ['nodes'],
  destination: ['nodes'],
  resource: ['resources'],
  vm: ['virtualMachines'],
  disk: ['disks', 'sharedVolumes'],
  network: ['networks'],
} as const satisfies { readonly [key: string]: readonly (keyof ClusterSnapshot)[] };

/** What was probably meant where a command names something that is not there, a sentence; null: nothing is near. */
export function nearName({ input }: NamedCommand, snapshot: ClusterSnapshot): string | null {
  for (const [key, lists] of Object.entries(listsOf)) {
    const given = input[key];
    if (typeof given !== 'string') continue;
    const names = lists.flatMap((list) => snapshot[list].map(({ name }) => name));
    const near = names.some((name) => foldName(name) === foldName(given)) ? null : suggestionFor(given, names);
    if (near !== null) return `Was ${near} meant?`;
  }
  return null;
}
