import { configurableTypes } from '#shared/commands/role-types';
import type { DependencyExpression } from '#shared/model/dependency';
import type { Release } from '#shared/model/release';

/** The types of role that a scenario can have, as it words them. */
export const scenarioRoleTypes = ['virtualMachine', ...configurableTypes] as const;

/** One type of role. */
export type ScenarioRoleType = (typeof scenarioRoleTypes)[number];

/** What makes a virtual machine. Sizes in bytes, rates in bytes a second, durations in milliseconds. */
export interface ScenarioMachineSpec {
  readonly memory: number;
  /** Pages in use, which a migration or a save has to copy. */
  readonly usedMemory: number;
  readonly processors: number;
  /** 0: it changes no memory. */
  readonly dirtyRate: number;
  /** Cap on what is dirtied in one pass. */
  readonly workingSet: number;
  /** From the start of the machine until its guest answers. */
  readonly bootTime: number;
  /** Bytes that its virtual hard disk holds. */
  readonly virtualDisk: number;
  /** What taking it offline does. */
  readonly offlineAction: 'save' | 'shutdown' | 'turnOff';
  /** Processor compatibility mode. */
  readonly cpuCompatibility: boolean;
  /** Whether the cluster watches the guest's heartbeat. */
  readonly heartbeatCheck: boolean;
}

/** A virtual machine that is not a role. */
export interface ScenarioMachine {
  readonly name: string;
  readonly host: string;
  readonly state: 'online' | 'offline';
  readonly disks: readonly string[];
  readonly spec: ScenarioMachineSpec;
}

/** When a role goes back to its preferred owner. Hours of the day, 0 to 23. */
export type ScenarioFailback =
  | { readonly kind: 'prevent' }
  | { readonly kind: 'immediate' }
  | { readonly kind: 'window'; readonly from: number; readonly to: number };

/** Restart policy of a role's resources; null: the setting of the release. */
export interface ScenarioRestart {
  readonly threshold: number | null;
  readonly period: number | null;
  readonly delay: number | null;
  readonly retryAfter: number | null;
}

/** A resource beside those that the type of the role brings. */
export interface ScenarioResource {
  readonly name: string;
  /** Resource type, for example `Generic Service`. */
  readonly type: string;
  /** Null: it depends on nothing. */
  readonly dependsOn: DependencyExpression | null;
  /** Milliseconds; null: as its type does. */
  readonly onlineTime: number | null;
  readonly offlineTime: number | null;
}

/** A role: "service or application" in the tree. */
export interface ScenarioRole {
  readonly name: string;
  readonly type: ScenarioRoleType;
  /**
   * The role that this machine is a part of: the role of the first machine that names the same disk, where the disk is not a
   * shared volume ("machines that share a LUN share a role"). Null: it is a role of its own. Names of such a machine's role
   * in commands and expectations are already replaced by this one.
   */
  readonly partOf: string | null;
  /** Null only when it is offline and the file does not say. */
  readonly owner: string | null;
  readonly state: 'online' | 'offline';
  readonly disks: readonly string[];
  /** What makes the virtual machine; null for every other type. */
  readonly machine: ScenarioMachineSpec | null;
  /** In order; empty: none set. */
  readonly preferredOwners: readonly string[];
  /** Empty: all nodes. */
  readonly possibleOwners: readonly string[];
  readonly antiAffinity: readonly string[];
  readonly priority: 'high' | 'medium' | 'low' | 'noAutoStart';
  /** Null: the setting of the release. Period in milliseconds. */
  readonly failover: { readonly threshold: number | null; readonly period: number | null };
  readonly failback: ScenarioFailback;
  readonly restart: ScenarioRestart;
  /** Address of its client access point; null: it has none. */
  readonly address: string | null;
  readonly resources: readonly ScenarioResource[];
}

/** A role of a guest cluster. */
export interface ScenarioGuestRole {
  readonly name: string;
  readonly type: ScenarioRoleType;
  /** The virtual machine that has it at the start. */
  readonly owner: string;
  readonly state: 'online' | 'offline';
}

/** A cluster whose nodes are virtual machines of this one. */
export interface ScenarioGuestCluster {
  readonly name: string;
  /** What runs in its machines; 2003 has the rules of 2008 and at most 8 nodes. */
  readonly release: Release | '2003';
  /** Names of virtual machines. */
  readonly nodes: readonly string[];
  /** The LUN that its nodes share over iSCSI, a disk of the file or one of their own; null: it has none. */
  readonly disk: string | null;
  readonly roles: readonly ScenarioGuestRole[];
}
