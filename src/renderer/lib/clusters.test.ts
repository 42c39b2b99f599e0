import { describe, expect, it } from 'vitest';
import { fakeApp, fakeBridge, fakeConnection, realConnection } from '../../../tests/support/fake-bridge';
import { followClusters } from './clusters';

const closed = realConnection({ open: false });

function follow(...connections: Parameters<typeof followClusters>[1]) {
  const bridge = fakeBridge();
  const clusters = followClusters({ bridge, app: fakeApp }, connections);
  const named = (name: string) => clusters.all.find(({ connection }) => connection.name === name);
  const asked = (method: string) =>
    bridge.calls.filter(({ name }) => name === method).map(({ input }) => (input as { connection: string }).connection);
  return { bridge, clusters, named, asked };
}

describe('the clusters of the window', () => {
  it('reads those that are open, and no other', () => {
    const { named, asked } = follow(fakeConnection, closed);
    expect(asked('cluster.subscribe')).toEqual(['training']);
    expect(named('HVCLUSTER')?.store.reading.loaded).toBe(true);
    expect(named('PROD-HV')?.store.reading.loaded).toBe(false);
  });

  it('tells each cluster only what is its own', () => {
    const { bridge, named } = follow(fakeConnection, realConnection());
    const error = { kind: 'notConnected', code: null, message: 'The node is gone.', advice: null } as const;
    bridge.tell({ kind: 'connection', connection: { status: 'lost', error } }, 'prod');
    expect(named('PROD-HV')?.store.reading.connection.status).toBe('lost');
    expect(named('HVCLUSTER')?.store.reading.connection.status).toBe('connected');
  });

  it('begins to read one that is opened, and forgets one that is closed', () => {
    const { bridge, clusters, named, asked } = follow(fakeConnection, closed);
    let told = 0;
    clusters.subscribe(() => (told += 1));
    bridge.emit('connections.changed', [fakeConnection, realConnection()]);
    expect(named('PROD-HV')?.store.reading.loaded).toBe(true);
    bridge.emit('connections.changed', [fakeConnection, closed]);
    expect(asked('cluster.unsubscribe')).toEqual(['prod']);
    expect(named('PROD-HV')?.store.reading.loaded).toBe(false);
    expect(told).toBe(2);
  });

  it('goes on with what it knows when only the name changes, and begins anew when the way does', () => {
    const { bridge, named, asked } = follow(realConnection());
    const before = named('PROD-HV');
    bridge.emit('connections.changed', [realConnection({ name: 'Branch' })]);
    expect(named('Branch')?.store).toBe(before?.store);
    bridge.emit('connections.changed', [
      realConnection({ capabilities: { training: false, readOnly: true, secondHop: true } }),
    ]);
    expect(named('PROD-HV')?.store).not.toBe(before?.store);
    expect(asked('cluster.subscribe')).toEqual(['prod', 'prod']);
  });

  it('stops reading one that is removed', () => {
    const { bridge, clusters, asked } = follow(fakeConnection, realConnection());
    bridge.emit('connections.changed', [fakeConnection]);
    expect(clusters.all.map(({ connection }) => connection.id)).toEqual(['training']);
    expect(asked('cluster.unsubscribe')).toEqual(['prod']);
  });
});
