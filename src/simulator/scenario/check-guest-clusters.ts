import type { Entry } from './parse-part';
import { inWords, type ProblemLog } from './problem-log';
import type { ScenarioDisk, ScenarioNetwork, ScenarioStorage } from './scenario-fabric';
import type { ScenarioGuestCluster, ScenarioMachine, ScenarioRole } from './scenario-role';

/** What guest clusters stand on. */
export interface GuestSurroundings {
  readonly roles: readonly Entry<ScenarioRole>[];
  readonly machines: readonly Entry<ScenarioMachine>[];
  readonly networks: readonly ScenarioNetwork[];
  readonly storage: ScenarioStorage | null;
  readonly disks: readonly ScenarioDisk[];
}

type GuestEntry = Entry<ScenarioGuestCluster>;

/** Complains of guest clusters that cannot be: of their machines, their roles and their disk. */
export function checkGuestClusters(clusters: readonly GuestEntry[], around: GuestSurroundings, log: ProblemLog): void {
  const taken = new Map<string, string>();
  const disks = new Map<string, string>();
  const running = runningMachines(around);
  for (const entry of clusters) {
    checkNodes(entry, taken, log);
    checkRoles(entry, running, log);
    checkDisk(entry, disks, around, log);
  }
}

/** A machine is a node of one guest cluster, once. */
function checkNodes({ value, path }: GuestEntry, taken: Map<string, string>, log: ProblemLog): void {
  for (const [index, machine] of value.nodes.entries()) {
    const other = taken.get(machine);
    taken.set(machine, value.name);
    if (other === undefined) continue;
    const expected = `a machine that is not a node of ${inWords(other)} already`;
    log.complain({ path: [...path, 'nodes', index], expected, found: inWords(machine) });
  }
}

function runningMachines({ roles, machines }: GuestSurroundings): ReadonlySet<string> {
  const clustered = roles.filter(({ value: { machine, state } }) => machine !== null && state === 'online');
  const single = machines.filter(({ value }) => value.state === 'online');
  return new Set([...clustered, ...single].map(({ value }) => value.name));
}

/** A role that is online is on a machine that runs; machines within machines there are none. */
function checkRoles({ value, path }: GuestEntry, running: ReadonlySet<string>, log: ProblemLog): void {
  for (const [index, { type, state, owner }] of value.roles.entries()) {
    const at = [...path, 'roles', index];
    if (type === 'virtualMachine')
      log.complain({ path: [...at, 'type'], expected: 'a type of role that guests can have', found: type });
    if (state === 'online' && value.nodes.includes(owner) && !running.has(owner))
      log.complain({
        path: [...at, 'owner'],
        expected: 'a machine that runs, for the role is online',
        found: inWords(owner),
      });
  }
}

/** "Shared storage by iSCSI only, an interface of its own": a disk that nobody else has, and a way to it. */
function checkDisk(
  { value, path }: GuestEntry,
  taken: Map<string, string>,
  around: GuestSurroundings,
  log: ProblemLog,
): void {
  if (value.disk === null) return;
  const { disks, networks, storage, roles } = around;
  const complain = (expected: string, found: string): void =>
    log.complain({ path: [...path, 'disk'], expected, found });
  const disk = disks.find(({ name }) => name === value.disk);
  const other = taken.get(value.disk);
  const role = roles.find(({ value: { disks: own } }) => own.includes(value.disk ?? ''));
  taken.set(value.disk, value.name);
  if (other !== undefined) complain(`a disk that ${inWords(other)} does not share`, inWords(value.disk));
  if (role !== undefined) complain(`a disk that ${inWords(role.value.name)} does not have`, inWords(value.disk));
  if (disk !== undefined && disk.bus !== 'iSCSI')
    complain(
      'a disk with the bus iSCSI, the only one that guests can share',
      `${inWords(disk.name)} with the bus ${disk.bus}`,
    );
  if (disk?.use === 'csv' || disk?.use === 'witness')
    complain('a disk with the use role or available', `${inWords(disk.name)} with the use ${disk.use}`);
  const device = disk?.device ?? null;
  if (device === null || storage === null) {
    if (!networks.some((network) => network.role === 'none'))
      complain('a disk that guests reach over iSCSI: a network with the role none for it', 'none');
    return;
  }
  const servers = storage.devices.find(({ name }) => name === device)?.mirrors.map(({ server }) => server) ?? [];
  const reachable = storage.servers.some(({ name, interfaces }) => servers.includes(name) && interfaces.length > 0);
  if (!reachable) complain('a disk whose storage server has an address on some network', inWords(value.disk));
}
