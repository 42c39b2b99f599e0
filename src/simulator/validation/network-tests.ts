import { sameSubnet } from '../fabric/subnets';
import type { NetworkState } from '../state/network-state';
import { both, inWords, networksOf, notApplicable, unless } from './validation-subject';
import type { ValidationSubject, ValidationTestDefinition } from './validation-subject';

function subnetsOverlap(a: NetworkState, b: NetworkState): boolean {
  const [one = '', other = ''] = [a.subnet.split('/')[0], b.subnet.split('/')[0]];
  return sameSubnet(a.subnet, one, other) || sameSubnet(b.subnet, one, other);
}

/** Networks to which storage servers are attached. */
function storageNetworks({ sim }: ValidationSubject): ReadonlySet<string> {
  return new Set([...sim.state.servers.values()].flatMap(({ interfaces }) => interfaces.map(({ network }) => network)));
}

/** Every address of the servers and of the storage, with who has it. */
function addresses({ sim, nodes }: ValidationSubject): ReadonlyMap<string, readonly string[]> {
  const owners = new Map<string, string[]>();
  const add = (address: string, owner: string): void => {
    owners.set(address, [...(owners.get(address) ?? []), owner]);
  };
  const ids = new Set(nodes.map(({ id }) => id));
  for (const nic of sim.state.interfaces.values()) if (ids.has(nic.node)) add(nic.address, sim.node(nic.node).name);
  for (const { name, interfaces } of sim.state.servers.values())
    for (const { address } of interfaces) add(address, name);
  return owners;
}

/** Working networks over which two servers reach each other. */
function pathsBetween(subject: ValidationSubject, a: string, b: string): number {
  return networksOf(subject).filter(({ network, interfaces }) => {
    const of = (node: string): boolean => interfaces.some((nic) => nic.node === node && nic.working);
    const together = network.groups === null || network.groups.some((group) => group.includes(a) && group.includes(b));
    return network.working && together && of(a) && of(b);
  }).length;
}

/** Tests of networks and adapters. */
export const networkTests: readonly ValidationTestDefinition[] = [
  {
    category: 'Network',
    name: 'Validate IP Configuration',
    run: (subject) => {
      const duplicates = [...addresses(subject)].filter(([, owners]) => owners.length > 1);
      const networks = networksOf(subject).map(({ network }) => network);
      const overlaps = networks.flatMap((a, place) =>
        networks
          .slice(place + 1)
          .flatMap((b) => (subnetsOverlap(a, b) ? [`${a.name} and ${b.name} share the subnet ${b.subnet}.`] : [])),
      );
      return both(
        duplicates.map(([address, owners]) => `${inWords(owners)}: the address ${address} is used twice.`),
        overlaps,
        'Every address is used once, and the networks are separate subnets.',
      );
    },
  },
  {
    category: 'Network',
    name: 'Validate Network Communication',
    run: (subject) => {
      const [failed, single]: [string[], string[]] = [[], []];
      for (const [place, a] of subject.nodes.entries()) {
        for (const b of subject.nodes.slice(place + 1)) {
          const paths = pathsBetween(subject, a.id, b.id);
          if (paths === 0) failed.push(`${a.name} does not reach ${b.name} over any network.`);
          if (paths === 1) single.push(`${a.name} reaches ${b.name} over one network only.`);
        }
      }
      return both(failed, single, 'All servers reach each other over several networks.');
    },
  },
  {
    category: 'Network',
    name: 'Validate Cluster Network Configuration',
    run: (subject) => {
      const usable = networksOf(subject).filter(({ network }) => network.role !== 'none');
      const names = inWords(usable.map(({ network }) => network.name));
      const failed = usable.length === 0 ? ['No network may be used by the cluster.'] : [];
      return both(
        failed,
        usable.length === 1 ? [`Only ${names} may be used by the cluster: at least two networks are recommended.`] : [],
        `The cluster can use ${names}.`,
      );
    },
  },
  {
    category: 'Network',
    name: 'Validate Network Adapters',
    run: (subject) => {
      const broken = networksOf(subject).flatMap(({ network, interfaces }) =>
        interfaces
          .filter(({ working }) => !working)
          .map(({ node }) => `${subject.sim.node(node).name}: the adapter on ${network.name} does not work.`),
      );
      const single = subject.nodes.flatMap((node) => {
        const count = networksOf(subject).filter(({ interfaces }) =>
          interfaces.some((nic) => nic.node === node.id),
        ).length;
        return count < 2 ? [`${node.name}: it has ${count === 0 ? 'no adapter' : 'one adapter only'}.`] : [];
      });
      return both(broken, single, 'Every server has several adapters that work.');
    },
  },
  {
    category: 'Network',
    name: 'Validate Heartbeat Network',
    run: (subject) => {
      const heartbeat = networksOf(subject).filter(({ network }) => network.role === 'cluster');
      if (heartbeat.length === 0) return notApplicable('No network is for the cluster alone.');
      const storage = storageNetworks(subject);
      const others = networksOf(subject).map(({ network }) => network);
      const problems = heartbeat.flatMap(({ network }) => {
        const near = others.filter((other) => other !== network && subnetsOverlap(network, other));
        const from = [...(storage.has(network.id) ? ['storage servers'] : []), ...near.map(({ name }) => name)];
        return from.length === 0
          ? []
          : [`${network.name}: it can be reached from ${inWords(from)}; keep it for the cluster alone.`];
      });
      return unless(
        'Warning',
        problems,
        `${inWords(heartbeat.map(({ network }) => network.name))}: it cannot be reached from others.`,
      );
    },
  },
  {
    category: 'Network',
    name: 'Validate iSCSI Network',
    run: (subject) => {
      const storage = storageNetworks(subject);
      if (storage.size === 0) return notApplicable('There is no iSCSI storage.');
      const used = networksOf(subject).filter(({ network }) => storage.has(network.id) && network.role !== 'none');
      return unless(
        'Warning',
        used.map(
          ({ network }) => `${network.name}: it carries iSCSI and is used by the cluster too (role ${network.role}).`,
        ),
        'iSCSI has networks of its own.',
      );
    },
  },
];
