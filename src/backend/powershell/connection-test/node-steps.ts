import type { ClusterErrorKind } from '#shared/model/cluster-error';
import type { NodeRow } from '../reading/rows/node-row';
import { nodeSections } from '../reading/cluster-rows';
import { nodeStates, wordOf } from '../reading/enumerations';
import type { SectionReader } from '../reading/section-reader';
import { failed, passed, warned, type Finding, type TestReport } from './test-report';

interface NodeStepsOptions {
  readonly nodes: readonly NodeRow[];
  readonly read: SectionReader;
  /** Whether agents run somewhere else and have to name the node. */
  readonly namesNodes: boolean;
  /** Told all nodes that are asked, before the first one is. */
  readonly meet: (nodes: readonly string[]) => void;
  /** Milliseconds since some moment. */
  readonly now: () => number;
  readonly report: TestReport;
  /** Whether the agents have the module Hyper-V. */
  readonly hasHyperV: boolean;
}

/** Milliseconds from the moment a node's agent is ready. */
const patience = 30_000;
const gibibyte = 1024 ** 3;

const noHyperV = {
  outcome: 'skipped',
  text: 'The module Hyper-V is not there.',
  advice: null,
} as const satisfies Finding;
const lookAtEach = 'Look at what each node says.';
/** A node that fails with one of these did not answer. */
const silences: ReadonlySet<ClusterErrorKind> = new Set([
  'notConnected',
  'timeout',
  'agentCrashed',
  'accessDenied',
  'cancelled',
]);
const otherNodes =
  'The cluster is shown all the same; what only this node knows (events, memory, machines) will be missing.';

/** Asks every node that is up, all at once as far as there are agents, what only nodes can tell. */
export async function testNodes(options: NodeStepsOptions): Promise<void> {
  const { nodes, report, hasHyperV } = options;
  const states = nodes.map((node) => ({ name: node.Name, state: wordOf(nodeStates, node.State, 'Unknown') }));
  const up = states.filter(({ state }) => state === 'Up' || state === 'Paused');
  report.begin('nodes', `Asking ${countOf(up.length, 'node')}.`);
  for (const { name, state } of states)
    report.node('nodes', name, up.some((node) => node.name === name) ? null : isDown(name, state));
  options.meet(up.map(({ name }) => name));
  const findings = await Promise.all(
    up.map(async ({ name }) => {
      const finding = await asksEvents(name, options);
      report.node('nodes', name, finding);
      return { name, finding };
    }),
  );
  const good = findings.filter(({ finding }) => finding.outcome === 'passed').length;
  const answering = findings.filter(({ finding }) => finding.outcome !== 'failed').map(({ name }) => name);
  report.end('nodes', nodesWhole(states.length, answering.length, good));
  if (!hasHyperV) {
    report.end('hyperV', {
      ...noHyperV,
      advice: 'Install it where PowerShell runs to see hosts and machines: Install-WindowsFeature Hyper-V-PowerShell.',
    });
    return;
  }
  report.begin('hyperV', `Asking ${countOf(answering.length, 'node')}.`);
  for (const { name, state } of states) {
    const text = up.some((node) => node.name === name) ? `${name} did not answer before.` : isDown(name, state).text;
    report.node('hyperV', name, answering.includes(name) ? null : { outcome: 'skipped', text, advice: null });
  }
  const hosts = await Promise.all(
    answering.map(async (name) => {
      const finding = await asksHost(name, options);
      report.node('hyperV', name, finding);
      return finding;
    }),
  );
  const hostsGood = hosts.filter(({ outcome }) => outcome === 'passed').length;
  report.end('hyperV', hyperVWhole(states.length, hostsGood));
}

function isDown(name: string, state: string): Finding {
  return warned(
    `${name} is ${state === 'Unknown' ? 'in an unknown state' : state.toLowerCase()}.`,
    'Start it and its cluster service.',
  );
}

/** Events are read from each node, so this is what has to work. */
async function asksEvents(name: string, { read, namesNodes, now }: NodeStepsOptions): Promise<Finding> {
  const begun = now();
  const answer = await read({ node: name }, 'events', nodeSections.events, {
    timeout: patience,
    args: { ...(namesNodes && { computer: name }), limit: 1 },
  });
  if (answer.ok) return passed(`Answers, after ${((now() - begun) / 1000).toFixed(1)} s.`);
  const { kind, message, advice } = answer.error;
  if (!silences.has(kind)) return warned(`Answers, but not its events: ${message}`, advice);
  return failed({ message, advice: advice === null ? otherNodes : `${advice} ${otherNodes}` });
}

async function asksHost(name: string, { read, namesNodes }: NodeStepsOptions): Promise<Finding> {
  const answer = await read({ node: name }, 'host', nodeSections.host, {
    timeout: patience,
    args: namesNodes ? { computer: name } : {},
  });
  if (!answer.ok)
    return warned(answer.error.message, answer.error.advice ?? 'Nothing to do where it hosts no virtual machines.');
  const [host] = answer.value;
  if (host === undefined) return warned('Hyper-V tells nothing of its host.', null);
  const processors = host.LogicalProcessorCount === null ? '' : `${host.LogicalProcessorCount} logical processors`;
  const memory = host.MemoryCapacity === null ? '' : `${Math.round(host.MemoryCapacity / gibibyte)} GB of memory`;
  return passed(`${[processors, memory].filter((part) => part !== '').join(', ') || 'Hyper-V answers'}.`);
}

function nodesWhole(all: number, answering: number, good: number): Finding {
  const text = `${answering} of ${countOf(all, 'node')} ${answering === 1 ? 'answers' : 'answer'}.`;
  if (good === all) return passed(text);
  return answering === 0 ? { outcome: 'failed', text, advice: lookAtEach } : warned(text, lookAtEach);
}

function hyperVWhole(all: number, good: number): Finding {
  const text = `Hyper-V answers on ${good} of ${countOf(all, 'node')}.`;
  return good === all ? passed(text) : warned(text, lookAtEach);
}

function countOf(count: number, what: string): string {
  return `${count} ${what}${count === 1 ? '' : 's'}`;
}
