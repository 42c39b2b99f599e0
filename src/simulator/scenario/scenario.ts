import type { Release } from '#shared/model/release';
import type { ScenarioDisk, ScenarioNetwork, ScenarioNode, ScenarioStorage } from './scenario-fabric';
import type { ScenarioGuestCluster, ScenarioMachine, ScenarioRole } from './scenario-role';
import type { SettingOverrides } from './scenario-settings';
import type { Expectation, TimelineEntry } from './scenario-story';
import type { QuorumMode } from '#shared/model/quorum';

/** How the votes are counted at the start. */
export interface ScenarioQuorum {
  readonly mode: QuorumMode;
  /** A disk's name, a `\\server\share` or an `https://` address, by the mode; null without a witness. */
  readonly witness: string | null;
  /** Null: as the release does it. */
  readonly dynamic: boolean | null;
  /** The node that gives up its vote first; null: none is set. */
  readonly lowerPriorityNode: string | null;
}

/** The cluster itself at the start. */
export interface ScenarioCluster {
  readonly name: string;
  readonly domain: string | null;
  readonly address: string | null;
  /** False: the servers exist, the cluster does not yet. */
  readonly formed: boolean;
  readonly quorum: ScenarioQuorum;
  /** Only what the file gives; the rest comes from the release's table. */
  readonly settings: SettingOverrides;
}

/**
 * A scenario file after loading: every default is filled in except those that come from the release's table of settings,
 * and every name has the case in which it was declared. Durations are milliseconds, sizes bytes, bandwidths bits a second,
 * all other rates bytes a second.
 */
export interface Scenario {
  readonly title: string;
  /** Markdown; null without one. */
  readonly description: string | null;
  readonly release: Release;
  /** Every random choice comes from it. */
  readonly seed: number;
  readonly cluster: ScenarioCluster;
  /** Node numbers follow this order. */
  readonly nodes: readonly ScenarioNode[];
  readonly networks: readonly ScenarioNetwork[];
  /** Null: each disk is a plain LUN that is always up and that all nodes see. */
  readonly storage: ScenarioStorage | null;
  readonly disks: readonly ScenarioDisk[];
  /** Roles of the cluster, without the core ones. */
  readonly roles: readonly ScenarioRole[];
  /** Virtual machines that exist on one host only and are not roles. */
  readonly virtualMachines: readonly ScenarioMachine[];
  readonly guestClusters: readonly ScenarioGuestCluster[];
  /** By time; equal times keep the order written. */
  readonly timeline: readonly TimelineEntry[];
  /** When the run ends; null: when nothing but heartbeats and health checks is left to happen, after 24 hours at most. */
  readonly until: number | null;
  /** In the order written. */
  readonly expectations: readonly Expectation[];
}
