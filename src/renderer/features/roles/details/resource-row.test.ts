import { expect, it } from 'vitest';
import { sampleResource } from '../../../../../tests/support/sample-objects';
import { dependencyInWords, resourceRow } from './resource-row';

it.each([
  ['', ''],
  ['([Cluster IP Address])', 'Cluster IP Address'],
  ['([FS1 Network Name]) and ([LUN7])', 'FS1 Network Name and LUN7'],
  ['([A]) and ([B] or [C])', 'A and (B or C)'],
])('reads "%s" as "%s"', (expression, words) => {
  expect(dependencyInWords(expression)).toBe(words);
});

it('gives the reason of a failure', () => {
  const row = resourceRow(sampleResource('LUN7', { state: 'Failed', statusReason: 'No path to the disk.' }));
  expect(row).toMatchObject({ status: 'Failed', information: 'No path to the disk.', wrong: true });
});
