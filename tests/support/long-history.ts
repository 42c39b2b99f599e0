import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { loadScenario } from '#simulator/scenario/load-scenario';
import { createSimulatedCluster, type SimulatedCluster } from '#simulator/simulated-cluster';
import { projectFolder } from './electron';

/** The scenario of two nodes that the contract suite plays on. */
export const twoNodesFile = join(projectFolder, 'tests', 'contract', 'two-nodes.yaml');

/** One command of a long history, and the simulated milliseconds to the next one. */
export interface HistoryStep {
  readonly command: string;
  readonly input: { readonly [key: string]: string };
  readonly pause: number;
}

/** A role that goes back and forth so many times, and a machine now and then: nodes log more than one read brings. */
export function historySteps(moves: number): readonly HistoryStep[] {
  return Array.from({ length: moves }, (_, move) => {
    const isMachine = move % 10 === 9;
    const turn = isMachine ? (move - 9) / 10 : move;
    return {
      command: isMachine ? 'role.liveMigrate' : 'role.move',
      input: { role: isMachine ? 'VM1' : 'FS1', destination: turn % 2 === 0 ? 'Demo2' : 'Demo1' },
      pause: 60_000,
    };
  });
}

/** A cluster with that history. */
export function longHistory(moves: number): SimulatedCluster {
  const scenario = loadScenario(readFileSync(twoNodesFile, 'utf8'), twoNodesFile);
  if (!scenario.ok) throw new Error(JSON.stringify(scenario.error));
  const cluster = createSimulatedCluster(scenario.value);
  for (const { command, input, pause } of historySteps(moves)) {
    cluster.execute(command, input);
    cluster.advanceTo(cluster.now + pause);
  }
  return cluster;
}
