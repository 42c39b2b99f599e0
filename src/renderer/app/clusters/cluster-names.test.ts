import { describe, expect, it } from 'vitest';
import type { Connection } from '#shared/contract/contract';
import { fakeConnection, realConnection } from '../../../../tests/support/fake-bridge';
import { clusterNames, fullName } from './cluster-names';

function reached(id: string, name: string, place: { readonly host?: string; readonly user?: string } = {}): Connection {
  const { draft, ...connection } = realConnection({ id });
  if (draft?.place.kind !== 'ssh') throw new Error('It is reached over ssh.');
  return {
    ...connection,
    name: name || (place.host ?? draft.place.host),
    draft: { ...draft, name, place: { ...draft.place, ...place } },
  };
}

const titles = (...clusters: readonly (readonly [Connection, string])[]) =>
  [...clusterNames(clusters.map(([connection, own]) => ({ connection, own }))).values()].map(fullName);

describe('the names of clusters', () => {
  it('are those that they were given, with their own beside them', () => {
    expect(titles([reached('a', 'Berlin'), 'HVCLUSTER'], [reached('b', 'Paris'), 'HVCLUSTER'])).toEqual([
      'Berlin (HVCLUSTER)',
      'Paris (HVCLUSTER)',
    ]);
  });

  it('are their own where none was given, and what is known of them before that', () => {
    expect(titles([reached('a', ''), 'HVCLUSTER'], [reached('b', '', { host: 'hv9' }), ''])).toEqual([
      'HVCLUSTER',
      'hv9',
    ]);
  });

  it('are short where they say how they are reached, so that what differs is seen in the tree', () => {
    const local = (id: string, cluster: string): Connection => {
      const { draft, ...connection } = reached(id, '');
      return { ...connection, draft: draft && { ...draft, place: { kind: 'local', cluster } } };
    };
    const remote = reached('w', '', { host: 'hv9' });
    expect(titles([local('a', 'HVCLUSTER'), 'HVCLUSTER'], [remote, 'HVCLUSTER'])).toEqual([
      'HVCLUSTER (local)',
      'HVCLUSTER (SSH hv9)',
    ]);
    expect(titles([local('a', 'hv'), 'HVCLUSTER'], [local('b', 'hv.sws.net'), 'HVCLUSTER'])).toEqual([
      'HVCLUSTER (local, hv)',
      'HVCLUSTER (local, hv.sws.net)',
    ]);
  });

  it('are never alike: the host, then the account, then the place in the list tells', () => {
    expect(
      titles(
        [fakeConnection, 'hvcluster'],
        [reached('a', ''), 'HVCLUSTER'],
        [reached('b', '', { user: 'ann' }), 'HVCLUSTER'],
        [reached('c', '', { user: 'ann' }), 'HVCLUSTER'],
        [reached('d', '', { host: 'hv9' }), 'HVCLUSTER'],
      ),
    ).toEqual([
      'hvcluster (training)',
      'HVCLUSTER (SSH hv1.prod.net)',
      'HVCLUSTER (SSH hv1.prod.net as ann, entry 3)',
      'HVCLUSTER (SSH hv1.prod.net as ann, entry 4)',
      'HVCLUSTER (SSH hv9)',
    ]);
  });
});
