import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { loadScenario } from '#simulator/scenario/load-scenario';
import { createSimulatedCluster, type SimulatedCluster } from '#simulator/simulated-cluster';
import type { JsonValue } from '#shared/model/operation';
import type { ClusterSnapshot } from '#shared/model/snapshot';
import { snapshotOfRows } from '../../../../tests/support/rows-into-snapshot';
import { rowsOfSnapshot, type SnapshotRows } from '../../../../tests/support/rows-of-snapshot';
import { inOrder, tellable } from '../../../../tests/support/tellable';
import { sampleSnapshot } from '../../../../tests/support/sample-snapshot';

function clusterOf(file: string): SimulatedCluster {
  const scenario = loadScenario(readFileSync(file, 'utf8'), file);
  if (!scenario.ok) throw new Error(JSON.stringify(scenario.error));
  return createSimulatedCluster(scenario.value);
}

function assembled(snapshot: ClusterSnapshot) {
  return inOrder(snapshotOfRows(rowsOfSnapshot(snapshot)));
}

type Row = { readonly [field: string]: JsonValue };

/** The rows of the sample with one section changed. */
function changed(
  section: keyof SnapshotRows['cluster'],
  change: (rows: readonly Row[]) => readonly Row[],
): SnapshotRows {
  const rows = rowsOfSnapshot(sampleSnapshot());
  return { ...rows, cluster: { ...rows.cluster, [section]: change(rows.cluster[section]) } };
}

const first =
  (values: Row) =>
  (rows: readonly Row[]): readonly Row[] =>
    rows.map((row, place) => (place === 0 ? { ...row, ...values } : row));

describe('a snapshot from rows', () => {
  test.each(['tests/contract/two-nodes.yaml', 'resources/scenarios/training.yaml'])(
    'is that of the cluster that the rows are of: %s',
    (file) => {
      const cluster = clusterOf(file);
      cluster.advanceTo(300_000);
      expect(assembled(cluster.snapshot())).toEqual(tellable(cluster.snapshot()));
    },
  );

  test('is that of the cluster when a node is lost, one is paused and roles have failed over', () => {
    const cluster = clusterOf('resources/scenarios/training.yaml');
    const [one, two] = cluster.snapshot().nodes.map(({ name }) => name);
    cluster.inject({ fault: 'node.crash', node: one ?? '' });
    cluster.execute('node.pause', { node: two ?? '' });
    cluster.advanceTo(600_000);
    const snapshot = cluster.snapshot();
    expect(snapshot.nodes.map(({ state }) => state)).toEqual(expect.arrayContaining(['Down', 'Paused']));
    expect(assembled(snapshot)).toEqual(tellable(snapshot));
  });

  test('knows that a partition without its node or witness stands where its votes say', () => {
    const votes = (change: Row, witness: Row = {}) => {
      const rows = changed('nodes', first(change));
      const [cluster] = rows.cluster.cluster;
      return snapshotOfRows({ ...rows, cluster: { ...rows.cluster, cluster: [{ ...cluster, ...witness }] } }).quorum;
    };
    expect(votes({})).toMatchObject({ votes: 3, votesTotal: 3, votesNeeded: 2, canFailAtOnce: 1, canFailOneByOne: 1 });
    expect(votes({ State: 1, DynamicWeight: 0 }, { WitnessDynamicWeight: 0 })).toMatchObject({
      votes: 1,
      votesTotal: 1,
      votesNeeded: 1,
      canFailAtOnce: 0,
    });
  });

  test('has a word for every number, also those that a newer Windows brings', () => {
    const role = (values: Row) => snapshotOfRows(changed('groups', first(values))).roles[0];
    expect(role({ State: 77 })?.state).toBe('Unknown');
    expect(role({ GroupType: 126 })?.groupType).toBe('Unknown');
    expect(role({ StatusInformation: 4 + 256 })?.statusInformation).toBe('Queued, Unmonitored');
    expect(role({ StatusInformation: 4 + 2 ** 20 })?.statusInformation).toBe('Queued, 0x100000');
    expect(role({ StatusInformation: '4503599627370496' })?.statusInformation).toBe('0x10000000000000');
    const node = snapshotOfRows(changed('nodes', first({ StatusInformation: -2147483648, State: -1 }))).nodes[0];
    expect(node).toMatchObject({ statusInformation: 'Unknown', state: 'Unknown' });
  });

  test('does without the properties that an older Windows does not have', () => {
    const keep = [
      'Id',
      'Name',
      'State',
      'OwnerNode',
      'GroupType',
      'OwnerGroup',
      'ResourceType',
      'Owner',
      'Kind',
      'Value',
    ];
    const rows = rowsOfSnapshot(sampleSnapshot());
    const bare = Object.fromEntries(
      Object.entries(rows.cluster).map(([section, list]) => [
        section,
        list.map((row) => Object.fromEntries(Object.entries(row).filter(([field]) => keep.includes(field)))),
      ]),
    );
    const told: string[] = [];
    const old = snapshotOfRows({ cluster: bare as unknown as SnapshotRows['cluster'], nodes: new Map() }, (text) =>
      told.push(text),
    );
    expect(old.nodes.map(({ name, nodeWeight, dynamicWeight }) => [name, nodeWeight, dynamicWeight])).toEqual([
      ['Demo1', 1, 1],
      ['Demo2', 1, 1],
    ]);
    expect(old.cluster).toMatchObject({ dynamicQuorum: 0, quarantineThreshold: null, resiliencyDefaultPeriod: 0 });
    expect(old.roles.length).toBe(rows.cluster.groups.length);
    expect(told.filter((text) => !/owners|dependencies|diskSizes|sharedVolumeStates/.test(text))).toEqual([]);
  });

  test('tells the release by the oldest node, and by the functional level where that is lower', () => {
    const release = (version: Row, level: number | null) => {
      const rows = changed('nodes', first(version));
      const cluster = rows.cluster.cluster.map((row) => ({ ...row, ClusterFunctionalLevel: level }));
      return snapshotOfRows({ ...rows, cluster: { ...rows.cluster, cluster } }).cluster.release;
    };
    expect(release({ MajorVersion: 6, MinorVersion: 1, BuildNumber: 7601 }, null)).toBe('2008R2');
    expect(release({ MajorVersion: 6, MinorVersion: 3, BuildNumber: 9600 }, 8)).toBe('2012R2');
    expect(release({ MajorVersion: 10, BuildNumber: 14393 }, 9)).toBe('2016');
    expect(release({ MajorVersion: 10, BuildNumber: 17763 }, 10)).toBe('2019');
    expect(release({ MajorVersion: 10, BuildNumber: 26100 }, 10)).toBe('2019');
    expect(release({ MajorVersion: 10, BuildNumber: 26100 }, 12)).toBe('2022');
  });

  test('leaves out rows that do not fit, and says so; the others count', () => {
    const told: string[] = [];
    const rows = changed(
      'groups',
      (list) => [null, 7, {}, { Id: 'x', Name: 5 }, { Id: 'y' }, ...list] as readonly Row[],
    );
    const snapshot = snapshotOfRows(rows, (text) => told.push(text));
    expect(snapshot.roles).toHaveLength(sampleSnapshot().roles.length);
    expect(told[0]).toMatch(/groups/);
    expect(told.at(-1)).toBe('2 more rows of groups were left out.');
  });

  test.each([
    "'; Stop-Cluster; '",
    '$(Stop-Cluster)',
    '`"${x}',
    'a\nb',
    '\u202eVM1',
    'x'.repeat(300),
    '😀'.repeat(50),
    '<img src=x onerror=1>',
    '__proto__',
    '2026-01-01T00:00:00',
  ])('carries the name %j as it is', (name) => {
    const rows = changed('groups', first({ Name: name }));
    expect(snapshotOfRows(rows).roles[0]?.name).toBe(name);
  });

  test('finds the machine of a role and its owner whatever the case of the names', () => {
    const rows = rowsOfSnapshot(sampleSnapshot());
    const upper = rows.cluster.resources.map((row) => {
      const owner = row['OwnerGroup'];
      return { ...row, OwnerGroup: typeof owner === 'string' ? owner.toUpperCase() : null };
    });
    const snapshot = snapshotOfRows({ ...rows, cluster: { ...rows.cluster, resources: upper } });
    expect(snapshot.virtualMachines.find(({ name }) => name === 'SQL-01')).toMatchObject({
      computerName: 'Demo1',
      isClustered: true,
    });
    expect(snapshot.disks.find(({ name }) => name === 'Spare')?.use).toBe('AvailableStorage');
  });
});
