import { foldName } from '#shared/model/cluster-view';
import type { ParameterRow } from './rows/detail-rows';
import { foldId } from './rows/machine-row';
import type { NetworkRow } from './rows/network-row';

/** Ids in a private property of the type Virtual Machine, `id;id`. */
function listed(parameters: readonly ParameterRow[], name: string): readonly string[] {
  const found = parameters.find(
    (row) => row.Kind === 'type' && foldName(row.Owner) === 'virtual machine' && foldName(row.Name) === foldName(name),
  );
  return (found?.Value ?? '').split(/[;,\s]+/).flatMap((id) => (id === '' ? [] : [foldId(id)]));
}

/**
 * The rank of each network for live migration, from 1, by folded Id; networks that are not used for it are left out.
 * What the order does not name comes after it by metric, the lowest one, which carries the cluster's own traffic, last.
 */
export function liveMigrationOrders(
  networks: readonly NetworkRow[],
  parameters: readonly ParameterRow[],
): ReadonlyMap<string, number> {
  const excluded = new Set(listed(parameters, 'MigrationExcludeNetworks'));
  const usable = networks.filter(({ Id }) => !excluded.has(foldId(Id)));
  const order = listed(parameters, 'MigrationNetworkOrder').filter((id) => usable.some(({ Id }) => foldId(Id) === id));
  const others = usable.filter(({ Id }) => !order.includes(foldId(Id)));
  const [lowest, ...byMetric] = [...others].sort((one, other) => (one.Metric ?? 0) - (other.Metric ?? 0));
  const all = [...order, ...[...byMetric, ...(lowest === undefined ? [] : [lowest])].map(({ Id }) => foldId(Id))];
  return new Map(all.map((id, place) => [id, place + 1]));
}
