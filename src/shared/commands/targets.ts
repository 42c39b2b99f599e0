import type { ClusterView } from '../model/cluster-view';
import type { ObjectReference } from '../model/object-reference';

/** The cluster itself as the target of a command whose input does not name it; null while no view tells the name. */
function clusterTarget(_input: unknown, view?: ClusterView): ObjectReference | null {
  return view === undefined ? null : { kind: 'cluster', name: view.snapshot.cluster.name };
}

/** The part of a definition that is the same for every command about the cluster. */
export const aboutCluster = { target: 'cluster', inputFor: () => ({}), targetOf: clusterTarget } as const;

/** The same for commands about a node, named `node` in their input. */
export const aboutNode = {
  target: 'node',
  inputFor: (node: string) => ({ node }),
  targetOf: ({ node }: { readonly node: string }) => ({ kind: 'node', name: node }) as const,
} as const;

/** The same for commands about a role, named `role` in their input. */
export const aboutRole = {
  target: 'role',
  inputFor: (role: string) => ({ role }),
  targetOf: ({ role }: { readonly role: string }) => ({ kind: 'role', name: role }) as const,
} as const;

/** The same for commands about a virtual machine, named `vm` in their input. */
export const aboutMachine = {
  target: 'virtualMachine',
  inputFor: (vm: string) => ({ vm }),
  targetOf: ({ vm }: { readonly vm: string }) => ({ kind: 'virtualMachine', name: vm }) as const,
} as const;

/** The same for commands about a resource, named `resource` in their input. */
export const aboutResource = {
  target: 'resource',
  inputFor: (resource: string) => ({ resource }),
  targetOf: ({ resource }: { readonly resource: string }) => ({ kind: 'resource', name: resource }) as const,
} as const;

/** The same for commands about a disk, named `disk` in their input. */
export const aboutDisk = {
  target: 'disk',
  inputFor: (disk: string) => ({ disk }),
  targetOf: ({ disk }: { readonly disk: string }) => ({ kind: 'disk', name: disk }) as const,
} as const;

/** The same for commands about a shared volume, named `disk` in their input. */
export const aboutSharedVolume = {
  target: 'sharedVolume',
  inputFor: (disk: string) => ({ disk }),
  targetOf: ({ disk }: { readonly disk: string }) => ({ kind: 'sharedVolume', name: disk }) as const,
} as const;

/** The same for commands about a network, named `network` in their input. */
export const aboutNetwork = {
  target: 'network',
  inputFor: (network: string) => ({ network }),
  targetOf: ({ network }: { readonly network: string }) => ({ kind: 'network', name: network }) as const,
} as const;
