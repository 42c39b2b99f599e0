import { z } from 'zod';
import { enumeration, name, optionalFlag, optionalText } from '../reading/row-values';

/** One row: where an agent runs and as whom. */
export const selfRow = z.object({
  /** `Desktop` (Windows PowerShell) or `Core`. */
  Edition: optionalText,
  Version: optionalText,
  Computer: name,
  Account: optionalText,
  /** Versions of the modules; null: not there. */
  FailoverClusters: optionalText,
  HyperV: optionalText,
});

/** Where an agent runs and as whom. */
export type SelfRow = z.output<typeof selfRow>;

/** One row a rule: `Get-ClusterAccess`. */
export const accessRow = z.object({
  Identity: name,
  /** System.Security.AccessControl.AccessControlType: 0 allows, 1 denies. */
  AccessControlType: enumeration,
  /** ClusterRights: 0 none, 1 read, 2 full. */
  ClusterRights: enumeration,
  /** Whether it is about the account of the agent; null: that cannot be known there. */
  Mine: optionalFlag,
});

/** Who may do what in the cluster. */
export type AccessRow = z.output<typeof accessRow>;
