import { expect, it } from 'vitest';
import { sampleInterface, sampleNetwork } from '../../../../tests/support/sample-objects';
import { migrationOrder, networkInformation } from './network-words';

const failed = sampleInterface('Demo1', 'Public', { state: 'Failed' });
const up = sampleInterface('Demo2', 'Public');

it('names the interfaces that are the reason', () => {
  expect(networkInformation(sampleNetwork('Public'), [up])).toBe('');
  expect(networkInformation(sampleNetwork('Public'), [failed, up])).toBe('Failed on Demo1');
  expect(networkInformation(sampleNetwork('Public', { state: 'Down' }), [failed, up])).toBe(
    'No node reaches another over it, failed on Demo1',
  );
  const unreachable = sampleInterface('Demo2', 'Public', { state: 'Unreachable' });
  expect(networkInformation(sampleNetwork('Public', { state: 'Partitioned' }), [unreachable])).toContain('Demo2');
});

it.each([
  [null, 'Not used'],
  [1, '1st'],
  [2, '2nd'],
  [3, '3rd'],
  [4, '4th'],
  [11, '11th'],
  [22, '22nd'],
])('words place %s in the migration order', (order, words) => {
  expect(migrationOrder(order)).toBe(words);
});
