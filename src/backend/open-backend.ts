import { readFile, stat } from 'node:fs/promises';
import type { OpeningProblem } from '#shared/contract/contract';
import { auditedBackend, type AuditOptions } from './audit/audited-backend';
import type { ClusterBackend } from './cluster-backend';
import { readingProblem, scenarioFileProblem } from './scenario-file';
import { createSimulatedBackend } from './simulated/simulated-backend';
import type { WorkerHandle } from './simulated/worker-handle';
import type { ScenarioSource } from './simulated/worker-protocol';

/** The training cluster to open. */
export interface TrainingTarget {
  readonly kind: 'training';
  /** The scenario file that was asked for; null: none. */
  readonly scenarioFile: string | null;
  /** Opened when none was asked for, or when that one cannot be opened. */
  readonly defaultScenarioFile: string;
  /** Simulated milliseconds in one real millisecond. */
  readonly speed: number;
  readonly paused: boolean;
}

/** A cluster to open. */
export type BackendTarget = TrainingTarget;

/** What backends need of the program that they are part of. */
export interface BackendServices {
  readonly startWorker: () => WorkerHandle;
  readonly audit: Omit<AuditOptions, 'place'>;
  /** Id of the connection, for the audit log. */
  readonly connection: string;
}

/** A backend that is not connected yet. */
export interface OpenedBackend {
  readonly backend: ClusterBackend;
  /** Why what was asked for could not be opened, once it is connected; null when it could. */
  problem(): OpeningProblem | null;
}

/** Makes the backend of a cluster, with its audit log. Fails only when the default scenario cannot be read. */
export async function openBackend(target: BackendTarget, services: BackendServices): Promise<OpenedBackend> {
  const { startWorker, audit, connection } = services;
  const asked = target.scenarioFile === null ? null : await readScenario(target.scenarioFile);
  const scenarios = [asked?.source ?? null, await readDefault(target.defaultScenarioFile)].filter(isGiven);
  const simulated = createSimulatedBackend({ startWorker, scenarios, speed: target.speed, paused: target.paused });
  return {
    backend: auditedBackend(simulated, { ...audit, place: () => ({ connection, name: null, training: true }) }),
    problem: () => asked?.problem ?? simulated.openingProblem(),
  };
}

interface ReadScenario {
  readonly source: ScenarioSource | null;
  readonly problem: OpeningProblem | null;
}

async function readDefault(file: string): Promise<ScenarioSource> {
  return { file, text: await readFile(file, 'utf8') };
}

async function readScenario(file: string): Promise<ReadScenario> {
  try {
    const problem = scenarioFileProblem(await stat(file));
    if (problem !== null) return { source: null, problem: { file, problems: [`${file}: ${problem}`] } };
    return { source: await readDefault(file), problem: null };
  } catch (error) {
    return { source: null, problem: { file, problems: [`${file}: ${readingProblem(error)}`] } };
  }
}

function isGiven<T>(value: T | null): value is T {
  return value !== null;
}
