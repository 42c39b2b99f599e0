import { testSteps, type TestOutcome, type TestStep, type TestStepName } from '#shared/contract/connections';

/** How a step, or one node in it, ended. */
export interface Finding {
  readonly outcome: Exclude<TestOutcome, 'running'>;
  /** One sentence. */
  readonly text: string;
  /** What to do about it; null: nothing. */
  readonly advice: string | null;
}

/** What a test has found so far. Every change is told. */
export interface TestReport {
  /** All steps, in their order. */
  readonly steps: readonly TestStep[];
  begin(step: TestStepName, text: string): void;
  end(step: TestStepName, finding: Finding): void;
  /** How one node of a step is, while the step runs. */
  node(step: TestStepName, node: string, finding: Finding | null): void;
  /** Ends whatever has not ended. */
  skipRest(text: string): void;
}

type Mutable = { -readonly [Field in keyof TestStep]: TestStep[Field] };

/** A report without findings. What is found while it is not `isLive` does not count: it fails because it was cancelled. */
export function createReport(onStep: (step: TestStep) => void, isLive: () => boolean): TestReport {
  const known = new Map<TestStepName, TestStep>();
  const change = (name: TestStepName, fields: Partial<Mutable>): void => {
    const before = known.get(name) ?? { name, outcome: 'running', text: '', advice: null, nodes: [] };
    const step: TestStep = { ...before, ...fields };
    known.set(name, step);
    onStep(step);
  };
  const isOpen = (name: TestStepName): boolean => (known.get(name)?.outcome ?? 'running') === 'running';
  return {
    get steps() {
      return testSteps.flatMap((name) => known.get(name) ?? []);
    },
    begin: (name, text) => {
      if (isLive()) change(name, { outcome: 'running', text, advice: null });
    },
    end: (name, finding) => {
      if (isLive()) change(name, finding);
    },
    node: (name, node, finding) => {
      if (!isLive()) return;
      const { nodes = [] } = known.get(name) ?? {};
      const entry = { node, ...(finding ?? { outcome: 'running' as const, text: '', advice: null }) };
      const isKnown = nodes.some((other) => other.node === node);
      change(name, {
        nodes: isKnown ? nodes.map((other) => (other.node === node ? entry : other)) : [...nodes, entry],
      });
    },
    skipRest: (text) => {
      for (const name of testSteps.filter(isOpen)) {
        const nodes = (known.get(name)?.nodes ?? []).map((entry) =>
          entry.outcome === 'running' ? { ...entry, outcome: 'skipped' as const, text } : entry,
        );
        change(name, { outcome: 'skipped', text, advice: null, nodes });
      }
    },
  };
}

/** Nothing to do about it. */
export function passed(text: string): Finding {
  return { outcome: 'passed', text, advice: null };
}

/** What went wrong, in the words of an error. */
export function failed(error: { readonly message: string; readonly advice: string | null }): Finding {
  return { outcome: 'failed', text: error.message, advice: error.advice };
}

/** It works, but not all of it. */
export function warned(text: string, advice: string | null): Finding {
  return { outcome: 'warning', text, advice };
}
