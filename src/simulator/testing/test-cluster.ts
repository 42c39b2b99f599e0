import type { JsonValue, Operation } from '#shared/model/operation';
import type { Role } from '#shared/model/role';
import type { Node } from '#shared/model/node';
import type { ClusterEvent } from '#shared/model/cluster-event';
import { loadScenario } from '../scenario/load-scenario';
import { formatProblem } from '../scenario/scenario-problem';
import { createSimulatedCluster, type SimulatedCluster } from '../simulated-cluster';

/** A scenario's text for a test: what is given, and defaults for the rest that a file must have. */
export interface TestScenario {
  readonly release?: string;
  readonly cluster?: string;
  readonly nodes?: number | string;
  readonly rest?: string;
}

/** Starts a cluster of nodes N1, N2 … (or those written out) from pieces of YAML. Throws with the problems of a wrong text. */
export function startCluster({ release = '2022', cluster = '', nodes = 2, rest = '' }: TestScenario = {}): TestCluster {
  const names =
    typeof nodes === 'number' ? Array.from({ length: nodes }, (_, place) => `{name: N${place + 1}}`).join(', ') : nodes;
  const text = `schema: regroup/scenario/1\ntitle: Test\nrelease: ${release}\ncluster: {name: C${cluster === '' ? '' : `, ${cluster}`}}\nnodes: [${names}]\n${rest}\n`;
  const loaded = loadScenario(text, 'test.yaml');
  if (!loaded.ok) throw new Error(loaded.error.map(formatProblem).join('\n'));
  return new TestCluster(createSimulatedCluster(loaded.value));
}

/** A cluster with the questions that tests ask. Times are seconds. */
export class TestCluster {
  constructor(readonly cluster: SimulatedCluster) {}

  /** Advances to a second. */
  to(seconds: number): this {
    this.cluster.advanceTo(Math.round(seconds * 1000));
    return this;
  }

  run(command: string, input: { readonly [key: string]: JsonValue } = {}): Operation {
    const { id } = this.cluster.execute(command, input);
    this.cluster.advanceTo(this.cluster.now);
    return this.operation(id);
  }

  break(fault: Parameters<SimulatedCluster['inject']>[0]): void {
    const error = this.cluster.inject(fault);
    if (error !== null) throw new Error(error.message);
    this.cluster.advanceTo(this.cluster.now);
  }

  operation(id: string): Operation {
    return found(this.cluster.snapshot().operations, (operation) => operation.id === id);
  }

  role(name: string): Role {
    return found(this.cluster.snapshot().roles, (role) => role.name === name);
  }

  node(name: string): Node {
    return found(this.cluster.snapshot().nodes, (node) => node.name === name);
  }

  /** State and owner of a role, `Online on N1`. */
  where(name: string): string {
    const { state, ownerNode } = this.role(name);
    return `${state} on ${ownerNode ?? 'nothing'}`;
  }

  machine(name: string) {
    return found(this.cluster.snapshot().virtualMachines, (machine) => machine.name === name);
  }

  resource(name: string) {
    return found(this.cluster.snapshot().resources, (resource) => resource.name === name);
  }

  get quorum() {
    return this.cluster.snapshot().quorum;
  }

  get state(): string {
    return this.cluster.snapshot().cluster.state;
  }

  /** Events of some numbers, all when none is given. */
  events(...ids: readonly number[]): readonly ClusterEvent[] {
    return this.cluster.events().filter(({ id }) => ids.length === 0 || ids.includes(id));
  }

  /** `second node` of each event of a number. */
  logged(id: number): readonly string[] {
    return this.events(id).map(({ time, node }) => `${time / 1000} ${node}`);
  }
}

function found<T>(list: readonly T[], is: (item: T) => boolean): T {
  const item = list.find(is);
  if (item === undefined) throw new Error('There is none');
  return item;
}
