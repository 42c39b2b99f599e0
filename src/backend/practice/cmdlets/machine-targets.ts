import { foldName, type ClusterView } from '#shared/model/cluster-view';
import type { Node } from '#shared/model/node';
import type { VirtualMachine } from '#shared/model/virtual-machine';
import { CmdletError, notFound } from '../cmdlet-failure';
import type { CmdletRun } from '../cmdlet-run';
import { machineWithGuid } from '../machine-guid';
import { named, tellMissing } from '../name-pattern';
import { machineObject } from '../objects/machine-object';
import { textIn } from '../practice-object';
import { uptimes } from './machine-uptime';
import { localNode, meansThisCluster } from './scope';

/** The nodes that `-ComputerName` names; without it the one that PowerShell runs on. */
export function hostsOf(run: CmdletRun, view: ClusterView): readonly Node[] {
  const names = run.parameters.texts('ComputerName');
  if (names === undefined) return [localNode(view)];
  return names.map((name) => {
    const short = meansThisCluster(name, view) ? name.split('.')[0] : name;
    const node = ['.', '', 'localhost'].includes(name) ? localNode(view) : view.node(short ?? name);
    if (node?.memoryAvailable !== undefined && node.memoryAvailable !== null) return node;
    throw new CmdletError({
      win32: 1722,
      category: 'ResourceUnavailable',
      fqid: 'ObjectNotFound',
      message: `Hyper-V was unable to find a computer '${name}' that answers.`,
    });
  });
}

/** The machines that a cmdlet acts on: from the pipeline, by Id, or by name on the named nodes. */
export function machineTargets(run: CmdletRun, view: ClusterView): readonly VirtualMachine[] {
  const { parameters } = run;
  const given = parameters.objects('VM');
  if (given.length > 0)
    return given.map((input) => {
      const machine = machineWithGuid(view, textIn(input, 'Id'));
      if (machine === undefined) throw notFound('virtual machine', textIn(input, 'Name'));
      return machine;
    });
  const id = parameters.text('Id');
  const hosts = hostsOf(run, view).map(({ name }) => foldName(name));
  const among = view.snapshot.virtualMachines.filter(({ computerName }) =>
    hosts.includes(foldName(computerName ?? '')),
  );
  if (id !== undefined) {
    const machine = machineWithGuid(view, id);
    if (machine === undefined || !among.includes(machine)) throw notFound('virtual machine', id);
    return [machine];
  }
  const names = parameters.texts('Name') ?? parameters.texts('VMName');
  return named(
    among,
    ({ name }) => name,
    names,
    tellMissing(run, (name) => notFound('virtual machine', name)),
  );
}

/** Writes a machine as it is now, where -Passthru asks for it. */
export async function passThrough(run: CmdletRun, name: string): Promise<void> {
  if (!run.parameters.flag('Passthru')) return;
  const uptimeOf = await uptimes(run);
  const view = run.cluster.view();
  const machine = view.virtualMachine(name);
  if (machine !== undefined) run.write(machineObject(machine, view, uptimeOf(machine)));
}
