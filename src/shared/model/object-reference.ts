/** The kinds of object that an administrator can select and that an event or a command is about. */
export const objectKinds = [
  'cluster',
  'node',
  'role',
  'resource',
  'network',
  'networkInterface',
  'disk',
  'sharedVolume',
  'virtualMachine',
  'storageServer',
  'storageDevice',
] as const;

/** One of the kinds of object. */
export type ObjectKind = (typeof objectKinds)[number];

/** Names one object. Names are unique within a kind (virtual machines: within a node). */
export interface ObjectReference {
  readonly kind: ObjectKind;
  readonly name: string;
}
