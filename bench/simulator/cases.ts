/** What is measured. */
export const caseNames = ['day', 'crash', 'drain', 'week'] as const;

/** One thing that is measured. */
export type CaseName = (typeof caseNames)[number];

const minute = 60_000;
const hour = 60 * minute;
const gibibyte = 'GB';

type Entry = Readonly<Record<string, unknown>>;

/** Numbers from 0 to 1 that are the same each time. */
function chance(): () => number {
  let state = 1;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

/** 1,000 faults over a week, each mended some minutes later where it does not mend itself. */
function faults(nodes: readonly string[], machines: number): readonly Entry[] {
  const next = chance();
  const one = (list: readonly string[]): string => list[Math.floor(next() * list.length)] ?? '';
  return Array.from({ length: 1000 }, (_, place): readonly Entry[] => {
    const at = Math.round(((place + next()) / 1000) * 7 * 24 * hour);
    const [node, network, vm] = [one(nodes), one(['Public', 'Private']), `VM${1 + Math.floor(next() * machines)}`];
    const later = at + Math.round((2 + 8 * next()) * minute);
    const choices: readonly (readonly Entry[])[] = [
      [
        { at, fault: 'node.crash', node },
        { at: later, fault: 'node.powerOn', node },
      ],
      [{ at, fault: 'clusterService.crash', node }],
      [
        { at, fault: 'nic.fail', node, network },
        { at: later, fault: 'nic.repair', node, network },
      ],
      [
        { at, fault: 'network.fail', network },
        { at: later, fault: 'network.repair', network },
      ],
      [{ at, fault: 'vm.crash', vm }],
      [{ at, fault: 'vm.hang', vm }],
      [{ at, fault: 'resource.fail', resource: `Virtual Machine ${vm}` }],
    ];
    return choices[Math.floor(next() * choices.length)] ?? [];
  }).flat();
}

function timelineOf(name: CaseName, nodes: readonly string[], machines: number): readonly Entry[] {
  switch (name) {
    case 'day':
      return [];
    case 'crash':
      return [{ at: minute, fault: 'node.crash', node: nodes[0] }];
    case 'drain':
      return [{ at: minute, command: 'node.pause', node: nodes[0], drain: true }];
    case 'week':
      return faults(nodes, machines);
  }
}

/** When a case ends, in milliseconds of simulated time; undefined: when nothing is left to happen. */
export function endOf(name: CaseName): number | undefined {
  return { day: 24 * hour, crash: undefined, drain: undefined, week: 7 * 24 * hour }[name];
}

/** The scenario of a case, as JSON, which is YAML too: machines spread evenly over the nodes, on one shared volume a node. */
export function scenarioOf(name: CaseName, nodeCount: number, machineCount: number): string {
  const nodes = Array.from({ length: nodeCount }, (_, place) => `N${place + 1}`);
  const memory = `${4 * Math.ceil(machineCount / nodeCount) + 64}${gibibyte}`;
  return JSON.stringify({
    ...{ schema: 'regroup/scenario/1', title: name, release: 2022 },
    cluster: { name: 'C', quorum: { mode: 'nodeAndFileShareMajority', witness: '\\\\dc\\witness' } },
    nodes: nodes.map((node) => ({ name: node, memory })),
    disks: nodes.map((owner, place) => ({ name: `CSV${place + 1}`, size: '50TB', use: 'csv', owner })),
    roles: Array.from({ length: machineCount }, (_, place) => ({
      ...{ name: `VM${place + 1}`, type: 'virtualMachine', owner: nodes[place % nodeCount], memory: '2GB' },
      disks: [`CSV${(place % nodeCount) + 1}`],
    })),
    timeline: timelineOf(name, nodes, machineCount),
  });
}
