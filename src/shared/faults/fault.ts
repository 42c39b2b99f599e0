import { z } from 'zod';

const name = z.string().min(1).max(256);

/** Every fault that training and scenarios can cause, by its public name, with its inputs. */
export const faultSchemas = {
  'node.crash': z.strictObject({ node: name }),
  'node.powerOn': z.strictObject({ node: name }),
  'node.restart': z.strictObject({ node: name }),
  'clusterService.crash': z.strictObject({ node: name }),
  'nic.fail': z.strictObject({ node: name, network: name }),
  'nic.repair': z.strictObject({ node: name, network: name }),
  'network.fail': z.strictObject({ network: name }),
  'network.repair': z.strictObject({ network: name }),
  'network.partition': z.strictObject({ groups: z.array(z.array(name)).min(1), network: name.optional() }),
  'network.heal': z.strictObject({ groups: z.array(z.array(name)).optional(), network: name.optional() }),
  /** bandwidth in bits a second, latency in milliseconds, loss as a share from 0 to 1. */
  'network.degrade': z.strictObject({
    network: name,
    bandwidth: z.number().positive().optional(),
    latency: z.number().nonnegative().optional(),
    loss: z.number().min(0).max(1).optional(),
  }),
  'disk.fail': z.strictObject({ disk: name }),
  'disk.repair': z.strictObject({ disk: name }),
  'path.fail': z.strictObject({ node: name, server: name }),
  'path.repair': z.strictObject({ node: name, server: name }),
  'storageServer.crash': z.strictObject({ server: name }),
  'storageServer.powerOn': z.strictObject({ server: name }),
  'syncLink.fail': z.strictObject({ device: name }),
  'syncLink.repair': z.strictObject({ device: name }),
  'witness.fail': z.strictObject({}),
  'witness.repair': z.strictObject({}),
  'vm.crash': z.strictObject({ vm: name }),
  'vm.hang': z.strictObject({ vm: name }),
  'resource.fail': z.strictObject({ resource: name, times: z.int().positive().optional(), node: name.optional() }),
  'resource.repair': z.strictObject({ resource: name }),
} as const;

/** Name of a fault. */
export type FaultName = keyof typeof faultSchemas;

type FaultInputs<Name extends FaultName> = z.output<(typeof faultSchemas)[Name]>;

/** A fault with its inputs; zod types an object without fields as an index of never, which would refuse even the name. */
export type Fault = {
  [Name in FaultName]: { readonly fault: Name } & (string extends keyof FaultInputs<Name>
    ? unknown
    : FaultInputs<Name>);
}[FaultName];

/** The state of everything that can be broken, as it physically is (the cluster may not know yet). For the fault switches. */
export interface FabricState {
  readonly nodes: readonly { readonly name: string; readonly powered: boolean }[];
  readonly interfaces: readonly { readonly node: string; readonly network: string; readonly working: boolean }[];
  readonly networks: readonly { readonly name: string; readonly working: boolean }[];
  readonly disks: readonly { readonly name: string; readonly working: boolean }[];
  readonly storageServers: readonly { readonly name: string; readonly powered: boolean }[];
  /** Null when there is no witness that can be broken by itself (a disk witness fails with its disk). */
  readonly witnessWorking: boolean | null;
}
