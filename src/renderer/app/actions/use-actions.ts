import { useMemo } from 'react';
import type { ObjectReference } from '#shared/model/object-reference';
import type { ConnectionState } from '#shared/contract/cluster-update';
import { useClusterAccess, useReading } from '../../lib/cluster-context';
import type { Place } from '../places/place';
import { useShell } from '../shell-context';
import { offeredActs } from '../connections/connection-act';
import { actionsFor, connectionActions, placeActions, sameActions, type Action, type ActionRules } from './actions';

const noActions: readonly Action[] = [];

/** The groups of the actions pane; menus show the same. */
export interface ActionGroups {
  readonly place: readonly Action[];
  /** Of the selected object; empty when none is selected. */
  readonly selection: readonly Action[];
  /** With the connection itself; empty but at the cluster. */
  readonly connection: readonly Action[];
}

/** What the actions with a connection stand below. */
export const connectionGroup = 'Connection';

/** The actions of a place and of an object in it, as they are offered now. */
export function useActions(place: Place, target: ObjectReference | null): ActionGroups {
  const { connection, app } = useClusterAccess();
  const { registry } = useShell();
  const { readOnly, training } = connection.capabilities;
  const blockedBecause = useReading((reading) => whyNothing(reading.connection));
  const endpointOnlyLooks = useReading((reading) => onlyLooks(reading.connection));
  const unchangeableBecause = readOnly ? 'This connection is read-only.' : endpointOnlyLooks ? lookingReason : null;
  const rules = useMemo(
    (): ActionRules => ({
      hasDialog: (command) => registry.dialogs.has(command),
      tools: registry.tools,
      blockedBecause,
      unchangeableBecause,
      training,
    }),
    [registry, blockedBecause, unchangeableBecause, training],
  );
  const ofPlace = useReading(({ loaded, view }) => {
    if (!loaded) return noActions;
    const placeTarget = registry.places.get(place.kind)?.target(place, view) ?? null;
    return placeActions(place.kind, placeTarget, view, rules);
  }, sameActions);
  const ofConnection = useReading(
    ({ loaded, connection: state }) =>
      loaded && place.kind !== 'cluster'
        ? noActions
        : connectionActions(connection.id, offeredActs(connection, state, app)),
    sameActions,
  );
  const ofSelection = useReading(
    ({ loaded, view }) => (target === null || !loaded ? noActions : actionsFor(target, view, rules)),
    sameActions,
  );
  return { place: ofPlace, selection: ofSelection, connection: ofConnection };
}

const lookingReason = 'This connection is read-only: the endpoint lets this account only look.';

function onlyLooks(connection: ConnectionState): boolean {
  return connection.status === 'connected' && connection.onlyLooks === true;
}

function whyNothing(connection: ConnectionState): string | null {
  switch (connection.status) {
    case 'connected':
      return connection.onlyLooks === true && connection.reports !== true ? lookingReason : null;
    case 'connecting':
      return 'The cluster is still being read.';
    case 'lost':
      return `The connection is lost: ${connection.error.message}`;
  }
}
