import { createServer } from 'node:net';
import { describe, expect, onTestFinished, test } from 'vitest';
import { computerTime } from '#backend/real-time';
import type { TestStep } from '#shared/contract/connections';
import type { JsonValue } from '#shared/model/operation';
import { unsupportedFailure } from '../../../../tests/support/row-answers';
import { rowsOfSnapshot } from '../../../../tests/support/rows-of-snapshot';
import { sampleSnapshot, type SampleChanges } from '../../../../tests/support/sample-snapshot';
import { standInCluster } from '../../../../tests/support/stand-in-cluster';
import { standInLaunch, type StandInOptions } from '../../../../tests/support/stand-in-agent/launch';
import type { AnswerFrames } from '../../../../tests/support/stand-in-agent/serve-answers';
import { createAgentPool, type AgentLane } from '../agent/agent-pool';
import type { ClusterTransport } from '../cluster-transport';
import { testConnection } from './connection-test';
import type { ReachTarget } from './reach';

// Processes start slowly on a machine that is busy.
const self = {
  Edition: 'Desktop',
  Version: '5.1.20348.2700',
  Computer: 'DEMO1',
  Account: 'SWS\\admin',
  FailoverClusters: '2.0.0.0',
  HyperV: '2.0.0.0',
};
const full = { Identity: 'SWS\\admin', AccessControlType: 0, ClusterRights: 2, Mine: true };

type Answer = readonly JsonValue[] | { readonly fail: JsonValue } | 'never';

interface Place {
  /** Answers instead of the rows of the sample, by section; of one node: `Demo2/events`. */
  readonly answers?: { readonly [section: string]: Answer };
  readonly changes?: SampleChanges;
  readonly target?: ReachTarget;
  readonly readOnly?: boolean;
  readonly signal?: AbortSignal;
  /** Called with every step as it is told. */
  readonly onStep?: (step: TestStep) => void;
}

function framesOf(answer: Answer): AnswerFrames | Promise<AnswerFrames> {
  if (answer === 'never') return new Promise(() => undefined);
  if ('fail' in answer) return [['fail', answer.fail]];
  return [
    ['rows', answer],
    ['done', null],
  ];
}

const failure = (message: string, win32: number | null = null): { readonly fail: JsonValue } => ({
  fail: { fqid: 'X', category: 'NotSpecified', hresult: null, win32, message, inner: [] },
});

async function run(transport: ClusterTransport, place: Place = {}): Promise<readonly TestStep[]> {
  return testConnection({
    transport,
    target: place.target ?? null,
    readOnly: place.readOnly ?? false,
    time: computerTime,
    log: () => undefined,
    signal: place.signal ?? new AbortController().signal,
    onStep: place.onStep ?? (() => undefined),
  });
}

async function tried(place: Place = {}): Promise<readonly TestStep[]> {
  const answers: { readonly [section: string]: Answer } = { self: [self], access: [full], ...place.answers };
  const cluster = await standInCluster({
    seats: ['Demo1', 'Demo2', 'Demo3'],
    rows: () => rowsOfSnapshot(sampleSnapshot(place.changes)),
    answer: (lane: AgentLane, _seat, { args }) => {
      const { section } = args;
      if (typeof section !== 'string') return undefined;
      const answer = answers[typeof lane === 'string' ? section : `${lane.node}/${section}`];
      return answer === undefined ? undefined : framesOf(answer);
    },
  });
  onTestFinished(() => cluster.close());
  return run(cluster.transport, place);
}

/** A way to one agent that behaves in this way. */
function agentThat(options: StandInOptions): ClusterTransport {
  return {
    namesNodes: false,
    seats: () => [{ name: 'here', node: null }],
    open: (_seat, onPush) =>
      createAgentPool({
        place: () => ({ launch: standInLaunch(options), open: {} }),
        script: '',
        time: computerTime,
        log: () => undefined,
        onPush,
      }),
  };
}

const outcomes = (steps: readonly TestStep[]): readonly string[] => steps.map(({ outcome }) => outcome);
const step = (steps: readonly TestStep[], name: TestStep['name']): TestStep | undefined =>
  steps.find((each) => each.name === name);

describe('a test of a connection', () => {
  test('that works passes every step, says what is there, and tells each step as it goes', async () => {
    const told: string[] = [];
    const steps = await tried({ onStep: ({ name, outcome }) => told.push(`${name} ${outcome}`) });
    expect(outcomes(steps)).toEqual(Array.from({ length: 8 }, () => 'passed'));
    expect(step(steps, 'agent')?.text).toBe('Windows PowerShell 5.1.20348.2700 on DEMO1.');
    expect(step(steps, 'authenticate')?.text).toContain('SWS\\admin');
    expect(step(steps, 'modules')?.text).toBe('FailoverClusters 2.0.0.0 and Hyper-V 2.0.0.0 are there.');
    expect(step(steps, 'cluster')?.text).toBe('The cluster HVCLUSTER answers.');
    expect(step(steps, 'rights')?.text).toBe('SWS\\admin has full control of the cluster.');
    expect(step(steps, 'nodes')?.nodes.map(({ node, outcome }) => [node, outcome])).toEqual([
      ['Demo1', 'passed'],
      ['Demo2', 'passed'],
    ]);
    expect(step(steps, 'hyperV')?.nodes[0]?.text).toMatch(/logical processors, \d+ GB of memory/);
    expect(told.indexOf('cluster running')).toBeGreaterThan(told.indexOf('modules passed'));
    expect(told.indexOf('nodes running')).toBeGreaterThan(told.indexOf('rights passed'));
  });

  test('that finds no module says how to install it, and skips the rest', async () => {
    const steps = await run(agentThat({ start: 'refuse' }));
    expect(outcomes(steps)).toEqual([
      'passed',
      'passed',
      'passed',
      'failed',
      'skipped',
      'skipped',
      'skipped',
      'skipped',
    ]);
    expect(step(steps, 'modules')?.advice).toContain('Install-WindowsFeature');
  });

  test('that meets a constrained language says so', async () => {
    const steps = await run(agentThat({ start: 'constrained' }));
    expect(step(steps, 'agent')).toMatchObject({
      outcome: 'failed',
      text: expect.stringContaining('constrained language mode') as string,
      advice: expect.any(String) as string,
    });
    expect(outcomes(steps).filter((outcome) => outcome === 'skipped')).toHaveLength(5);
  });

  test('without Hyper-V goes on, and says what will be missing', async () => {
    const steps = await tried({ answers: { self: [{ ...self, HyperV: null }] } });
    expect(step(steps, 'modules')).toMatchObject({
      outcome: 'warning',
      advice: expect.stringContaining('Hyper-V-PowerShell') as string,
    });
    expect(step(steps, 'nodes')?.outcome).toBe('passed');
    expect(step(steps, 'hyperV')?.outcome).toBe('skipped');
  });

  test('of a node whose cluster service is stopped says so', async () => {
    const steps = await tried({ answers: { cluster: failure('The cluster service is not running.', 1753) } });
    expect(step(steps, 'cluster')).toMatchObject({
      outcome: 'failed',
      text: 'The cluster service is not running.',
      advice: expect.stringContaining('Start the cluster service') as string,
    });
    expect(outcomes(steps).slice(5)).toEqual(['skipped', 'skipped', 'skipped']);
  });

  test('of a cluster that nobody finds asks first for the spelling of its name', async () => {
    const steps = await tried({ answers: { cluster: failure('Check the spelling of the cluster name.', 1722) } });
    expect(step(steps, 'cluster')?.advice).toMatch(/^Check the spelling of the name first/);
  });

  test('tells a node that is down and one that does not answer beside those that do', async () => {
    const steps = await tried({
      changes: { nodes: { Demo3: { state: 'Down', nodeNumber: 3 } } },
      answers: { 'Demo2/events': failure('The RPC server is unavailable.', 1722) },
    });
    expect(step(steps, 'nodes')).toMatchObject({ outcome: 'warning', text: '1 of 3 nodes answers.' });
    expect(step(steps, 'nodes')?.nodes).toMatchObject([
      { node: 'Demo1', outcome: 'passed' },
      { node: 'Demo2', outcome: 'failed', text: 'The RPC server is unavailable.' },
      { node: 'Demo3', outcome: 'warning', text: 'Demo3 is down.' },
    ]);
    expect(step(steps, 'hyperV')).toMatchObject({
      outcome: 'warning',
      nodes: [
        { node: 'Demo1', outcome: 'passed' },
        { node: 'Demo2', outcome: 'skipped', text: 'Demo2 did not answer before.' },
        { node: 'Demo3', outcome: 'skipped', text: 'Demo3 is down.' },
      ],
    });
  });
});

test('a node that answers and does not tell its events is a warning, and asked for its host all the same', async () => {
  const steps = await tried({ answers: { 'Demo2/events': failure('There is no such log.') } });
  expect(step(steps, 'nodes')).toMatchObject({
    outcome: 'warning',
    text: '2 of 2 nodes answer.',
    nodes: [{ outcome: 'passed' }, { outcome: 'warning', text: 'Answers, but not its events: There is no such log.' }],
  });
  expect(step(steps, 'hyperV')?.outcome).toBe('passed');
});

describe('rights', () => {
  const rightsOf = async (access: Answer, readOnly = false): Promise<TestStep | undefined> =>
    step(await tried({ answers: { access }, readOnly }), 'rights');
  const read = { ...full, ClusterRights: 1 };

  test('that are for reading only are a warning, and none on a connection that is read-only', async () => {
    expect(await rightsOf([read])).toMatchObject({
      outcome: 'warning',
      advice: expect.stringContaining('Grant-ClusterAccess') as string,
    });
    expect(await rightsOf([read], true)).toMatchObject({ outcome: 'passed', advice: null });
  });

  test('that are denied by a rule count as denied', async () => {
    expect(await rightsOf([full, { ...full, AccessControlType: 1 }])).toMatchObject({ outcome: 'warning' });
  });

  test('that depend on groups of the nodes are not claimed', async () => {
    const administrators = { ...full, Identity: 'BUILTIN\\Administrators', Mine: null };
    expect(await rightsOf([administrators])).toMatchObject({
      outcome: 'passed',
      text: expect.stringContaining('cannot be seen from here') as string,
    });
    expect(await rightsOf([{ ...full, Mine: false }])).toMatchObject({ outcome: 'warning' });
  });

  test('that cannot be read are not claimed', async () => {
    const steps = await rightsOf({ fail: unsupportedFailure('access') });
    expect(steps).toMatchObject({
      outcome: 'warning',
      text: expect.stringContaining('whether it may change it cannot be seen') as string,
    });
  });
});

describe('the way there', () => {
  test('is called first: what answers, and what does not', async () => {
    const server = createServer();
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    onTestFinished(() => void server.close());
    const address = server.address();
    const port = typeof address === 'object' && address !== null ? address.port : 0;
    const there = await tried({ target: { host: '127.0.0.1', port, service: 'WinRM' } });
    expect(step(there, 'reach')).toMatchObject({ outcome: 'passed', text: `127.0.0.1 answers on port ${port}.` });
    await new Promise<void>((resolve) => server.close(() => resolve()));
    const gone = await tried({ target: { host: '127.0.0.1', port, service: 'WinRM' } });
    expect(gone[0]).toMatchObject({
      outcome: 'failed',
      text: `127.0.0.1 is there, but nothing answers on port ${port}.`,
      advice: expect.stringContaining('Enable-PSRemoting') as string,
    });
    expect(outcomes(gone).slice(1)).toEqual(Array.from({ length: 7 }, () => 'skipped'));
  });

  test('may be known to ssh alone: then ssh has the last word', async () => {
    const target = { host: 'host.invalid', port: 22, service: 'ssh' } as const;
    const steps = await tried({ target });
    expect(step(steps, 'reach')).toMatchObject({ outcome: 'passed', text: 'ssh knows a way to host.invalid.' });
    expect(step(steps, 'nodes')?.outcome).toBe('passed');
  });
});

test('a test that is cancelled ends its agents, and tells what it did not try', async () => {
  const abort = new AbortController();
  const steps = await tried({
    answers: { cluster: 'never' },
    signal: abort.signal,
    onStep: ({ name, outcome }) => name === 'cluster' && outcome === 'running' && abort.abort(),
  });
  expect(outcomes(steps)).toEqual(['passed', 'passed', 'passed', 'passed', 'skipped', 'skipped', 'skipped', 'skipped']);
  expect(step(steps, 'cluster')?.text).toBe('It was cancelled.');
});
