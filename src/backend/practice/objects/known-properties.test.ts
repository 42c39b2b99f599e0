import { afterAll, beforeAll, expect, test } from 'vitest';
import reference from '../../../../scripts/generate/reference/module-types.json';
import { practiceRig, practiceScenario, type PracticeRig } from '../../../../tests/support/practice-rig';
import type { JsonValue } from '#shared/model/operation';
import { isPracticeObject, type PracticeObject } from '../practice-object';

type Table<Value> = Readonly<Record<string, Readonly<Record<string, Value>>>>;

/** The types of both namespaces by their names. */
function joined<Value>(namespaces: Readonly<Record<string, Table<Value>>>): Table<Value> {
  return Object.fromEntries(Object.values(namespaces).flatMap((types) => Object.entries(types)));
}

const types = joined<string>(reference.objects);
const enumerations = joined<number>(reference.enumerations);

let rig: PracticeRig;
beforeAll(async () => {
  rig = await practiceRig(practiceScenario);
  await rig.run('Remove-ClusterResource', { Name: 'Spare', Force: true });
  await rig.run('Move-ClusterVirtualMachineRole', { Name: 'VM1', Wait: 10 });
});
afterAll(() => rig.close());

function* within(object: PracticeObject): Generator<PracticeObject> {
  yield object;
  for (const value of Object.values(object))
    for (const item of Array.isArray(value) ? (value as readonly JsonValue[]) : [value])
      if (isPracticeObject(item)) yield* within(item);
}

test.each([
  'Get-Cluster',
  'Get-ClusterNode',
  'Get-ClusterGroup',
  'Get-ClusterResource',
  'Get-ClusterResourceType',
  'Get-ClusterResourceDependency',
  'Get-ClusterNetwork',
  'Get-ClusterNetworkInterface',
  'Get-ClusterSharedVolume',
  'Get-ClusterSharedVolumeState',
  'Get-ClusterAvailableDisk',
  'Get-ClusterQuorum',
  'Get-VM',
  'Get-VMHost',
  'Get-VMHardDiskDrive',
  'Get-VMMigrationNetwork',
])('%s answers only properties that its type has, and words that its enumerations have', async (cmdlet) => {
  const objects = (await rig.run(cmdlet)).flatMap((object) => [...within(object)]);
  expect(objects.length).toBeGreaterThan(0);
  for (const { $type, ...properties } of objects) {
    const known = types[$type];
    expect(Object.keys(properties).filter((property) => known?.[property] === undefined)).toEqual([]);
    for (const [property, value] of Object.entries(properties)) {
      const words = enumerations[known?.[property]?.replace('?', '') ?? ''];
      if (words === undefined || typeof value !== 'string') continue;
      const unknown = value.split(', ').filter((word) => word !== 'Normal' && !Object.hasOwn(words, word));
      expect(unknown, `${$type}.${property}`).toEqual([]);
    }
  }
});
