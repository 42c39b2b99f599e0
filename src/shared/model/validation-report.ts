/** Categories of the tests of Validate a Configuration. */
export const validationCategories = [
  'Inventory',
  'Network',
  'Storage',
  'System Configuration',
  'Hyper-V Configuration',
] as const;

/** One category of tests. */
export type ValidationCategory = (typeof validationCategories)[number];

/** How one test ended. */
export type ValidationResult = 'Passed' | 'Warning' | 'Failed' | 'NotApplicable';

/** One test with its reasons, each naming the machine and the value. */
export interface ValidationTest {
  readonly category: ValidationCategory;
  readonly name: string;
  readonly result: ValidationResult;
  readonly messages: readonly string[];
}

/** What Validate a Configuration found. */
export interface ValidationReport {
  /** Cluster time, see `ClusterSnapshot.time`. */
  readonly time: number;
  readonly nodes: readonly string[];
  readonly tests: readonly ValidationTest[];
}
