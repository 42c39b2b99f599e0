import { afterEach, beforeEach } from 'vitest';
import type { PracticeObject } from '#backend/practice/practice-object';
import type { ClusterView } from '#shared/model/cluster-view';
import { practiceRig, practiceScenario, type PracticeRig } from './practice-rig';

/** An object of a cmdlet, by its type and name. */
export const ref = ($type: string, Name: string): PracticeObject => ({ $type, Name });

/** The rig of the test that runs: each has one of its own. */
export function rigOfEachTest(): PracticeRig & { readonly view: () => ClusterView } {
  let current: PracticeRig | null = null;
  beforeEach(async () => {
    current = await practiceRig(practiceScenario);
  });
  afterEach(() => current?.close());
  const now = (): PracticeRig => {
    if (current === null) throw new Error('No test runs.');
    return current;
  };
  return {
    get backend() {
      return now().backend;
    },
    get cluster() {
      return now().cluster;
    },
    ask: (request) => now().ask(request),
    run: (cmdlet, parameters) => now().run(cmdlet, parameters),
    one: (cmdlet, parameters) => now().one(cmdlet, parameters),
    failure: (cmdlet, parameters) => now().failure(cmdlet, parameters),
    set: (object, property, value) => now().set(object, property, value),
    close: () => now().close(),
    view: () => now().cluster.view(),
  };
}
