import { presentSnapshot } from '#backend/present-snapshot';
import { clusterError } from '#shared/model/cluster-error';
import { clusterView } from '#shared/model/cluster-view';
import { failure, type Result } from '#shared/model/result';
import type { Connections } from '../connections/connections';
import { noConnection } from '../connections/no-connection';
import { machineViewer, type ViewerSearch, type ViewerStart } from './machine-viewer';

/** How the screen of a machine of a connection is shown, by its name. */
export async function viewerOfMachine(
  connections: Connections,
  { connection, machine }: { readonly connection: string; readonly machine: string },
  search: Omit<ViewerSearch, 'domain' | 'user'>,
): Promise<Result<ViewerStart>> {
  const backend = await connections.find(connection);
  if (backend === undefined) return failure(noConnection(connection));
  if (backend.capabilities.training)
    return failure(clusterError('unsupported', `${machine} is simulated: it has no screen.`));
  const snapshot = presentSnapshot(backend);
  const found = snapshot === undefined ? undefined : clusterView(snapshot).virtualMachine(machine);
  if (snapshot === undefined || found === undefined)
    return failure(clusterError('notFound', `There is no virtual machine ${machine}.`));
  const place = (await connections.list()).find(({ id }) => id === connection)?.draft?.place;
  const user = place === undefined || place.kind === 'local' ? null : place.user;
  return machineViewer(found, { ...search, domain: snapshot.cluster.domain, user });
}
