import type { TestStep, TestStepName } from '#shared/contract/connections';
import { success } from '#shared/model/result';
import type { RealTime } from '../../real-time';
import type { AgentError, AgentLog } from '../agent/agent-request';
import type { ClusterTransport } from '../cluster-transport';
import { clusterSections } from '../reading/cluster-rows';
import { createSectionReader, type SectionReader } from '../reading/section-reader';
import { testNodes } from './node-steps';
import { reach, type ReachTarget } from './reach';
import { roleRow } from '../reading/rows/role-row';
import { rightsFinding } from './rights';
import { accessRow, selfRow, type SelfRow } from './test-rows';
import { createReport, failed, passed, warned, type TestReport } from './test-report';

/** A connection to try. */
export interface ConnectionTestOptions {
  /** A way of its own: it is closed when the test is over. */
  readonly transport: ClusterTransport;
  /** Where something has to answer; null: on this computer. */
  readonly target: ReachTarget | null;
  /** The connection is to change nothing. */
  readonly readOnly: boolean;
  readonly time: RealTime;
  readonly log: AgentLog;
  /** Ends the test: what has not ended is skipped. */
  readonly signal: AbortSignal;
  /** A step began, went on or ended. */
  readonly onStep: (step: TestStep) => void;
}

/** RPC_S_SERVER_UNAVAILABLE */
const unreachable = 1722;

/** Milliseconds for one reading, from the moment the agent is ready. */
const patience = 30_000;

/**
 * Tries a connection step by step and changes nothing. Answers with all steps; those behind one that failed are skipped.
 * Its agents are gone when it comes back.
 */
export async function testConnection(options: ConnectionTestOptions): Promise<readonly TestStep[]> {
  const { transport, signal } = options;
  const report = createReport(options.onStep, () => !signal.aborted);
  const [seat] = transport.seats([]);
  if (seat === undefined || signal.aborted) {
    report.skipRest('It was cancelled.');
    return report.steps;
  }
  const pool = transport.open(seat, () => undefined);
  let ending: Promise<void> | null = null;
  const end = (): Promise<void> => {
    transport.signIn?.close();
    return (ending ??= pool.close());
  };
  const abort = (): void => void end();
  signal.addEventListener('abort', abort, { once: true });
  try {
    await tryAll(options, createSectionReader(pool, options.log), report);
  } finally {
    signal.removeEventListener('abort', abort);
    await end();
  }
  report.skipRest(isCancelled(signal) ? 'It was cancelled.' : 'Not tried: something before it failed.');
  return report.steps;
}

async function tryAll(options: ConnectionTestOptions, read: SectionReader, report: TestReport): Promise<void> {
  const { transport, signal, readOnly, time } = options;
  if (!(await isReached(options, report))) return;

  report.begin('authenticate', 'Starting PowerShell.');
  const started = await read('read', 'self', selfRow, { timeout: patience });
  if (isCancelled(signal)) return;
  if (!started.ok) {
    failedToStart(started.error, report);
    return;
  }
  const [self] = started.value;
  if (self === undefined) {
    report.end('agent', { outcome: 'failed', text: 'PowerShell says nothing of itself.', advice: null });
    return;
  }
  endStart(self, options, report);

  report.begin('cluster', 'Reading the cluster.');
  const clusters = await read('read', 'cluster', clusterSections.cluster, { timeout: patience });
  const nodes = clusters.ok ? await read('read', 'nodes', clusterSections.nodes, { timeout: patience }) : clusters;
  if (!clusters.ok || !nodes.ok) {
    if (!nodes.ok) report.end('cluster', failed(nameFirst(nodes.error)));
    return;
  }
  const name = clusters.value[0]?.Name;
  report.end(
    'cluster',
    name === undefined
      ? {
          outcome: 'failed',
          text: `${self.Computer} knows no cluster.`,
          advice: 'Name a cluster, or one of its nodes.',
        }
      : passed(`The cluster ${name} answers.`),
  );
  if (name === undefined) return;

  report.begin('rights', 'Reading who may do what.');
  const rules = await read('read', 'access', accessRow, { timeout: patience });
  const role = transport.hasRoles === true ? await read('read', 'role', roleRow, { timeout: patience }) : success([]);
  const onlyLooks = role.ok && role.value[0]?.Runs === false;
  report.end('rights', rightsFinding({ onlyLooks, account: self.Account ?? 'This account', rules, readOnly }));
  if (isCancelled(signal)) return;

  await testNodes({
    nodes: nodes.value,
    read,
    namesNodes: transport.namesNodes,
    meet: transport.meet ?? (() => undefined),
    now: () => time.now(),
    report,
    hasHyperV: self.HyperV !== null,
  });
}

/** A name that nobody answers to may be no name of a cluster at all. */
function nameFirst(error: AgentError): AgentError {
  if (error.code !== unreachable || error.advice === null) return error;
  return { ...error, advice: `Check the spelling of the name first. ${error.advice}` };
}

/** Whether to go on. ssh may know a way of its own (a jump host, another name): what ssh itself says counts then. */
async function isReached({ target, signal }: ConnectionTestOptions, report: TestReport): Promise<boolean> {
  if (target === null) {
    report.begin('reach', 'Looking for PowerShell on this computer.');
    return true;
  }
  report.begin('reach', `Calling ${target.host} on port ${target.port}.`);
  const found = await reach(target, signal);
  if (signal.aborted) return false;
  if (found.outcome === 'passed' || target.service !== 'ssh') {
    report.end('reach', found);
    return found.outcome === 'passed';
  }
  report.begin('reach', `${found.text} Trying whether ssh knows another way.`);
  return true;
}

/** A function, because the signal may be aborted during an await. */
function isCancelled(signal: AbortSignal): boolean {
  return signal.aborted;
}

const startSteps: readonly TestStepName[] = ['reach', 'authenticate', 'agent', 'modules'];

/** What came before the stage that failed has worked. */
function failedToStart(error: AgentError, report: TestReport): void {
  const stage = error.fate === 'notBegun' ? (error.stage ?? 'agent') : 'agent';
  const isBefore = (step: TestStepName): boolean => startSteps.indexOf(step) < startSteps.indexOf(stage);
  const isEnded = (step: TestStepName): boolean =>
    report.steps.some(({ name, outcome }) => name === step && outcome !== 'running');
  for (const step of startSteps.filter(isBefore)) if (!isEnded(step)) report.end(step, passed('That works.'));
  report.end(stage, failed(error));
}

/** PowerShell runs and has the modules: an agent that lacks FailoverClusters does not start. */
function endStart(self: SelfRow, { target }: ConnectionTestOptions, report: TestReport): void {
  const account = self.Account ?? 'an account that it does not tell';
  if (!report.steps.some(({ name, outcome }) => name === 'reach' && outcome === 'passed'))
    report.end(
      'reach',
      passed(target === null ? 'PowerShell is on this computer.' : `ssh knows a way to ${target.host}.`),
    );
  report.end(
    'authenticate',
    passed(target === null ? `Nothing to sign in to: it runs as ${account}.` : `Signed in as ${account}.`),
  );
  const product = self.Edition === 'Desktop' ? 'Windows PowerShell' : 'PowerShell';
  report.end('agent', passed(`${product} ${self.Version ?? ''} on ${self.Computer}.`));
  const clusters = `FailoverClusters ${self.FailoverClusters ?? ''}`.trim();
  report.end(
    'modules',
    self.HyperV === null
      ? warned(
          `${clusters} is there, Hyper-V is not: what hosts and machines say of themselves will be missing.`,
          `Install it on ${self.Computer}: Install-WindowsFeature Hyper-V-PowerShell, or the optional feature on a client.`,
        )
      : passed(`${clusters} and Hyper-V ${self.HyperV} are there.`),
  );
}
