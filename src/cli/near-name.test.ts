import { expect, test } from 'vitest';
import { sampleSnapshot } from '../../tests/support/sample-snapshot';
import { nearName } from './near-name';

test.each([
  ['role.move', { role: 'SQL01', destination: 'Demo2' }, 'Was SQL-01 meant?'],
  ['role.move', { role: 'sql-01', destination: 'Dmeo2' }, 'Was Demo2 meant?'],
  ['node.pause', { node: 'Elsewhere' }, null],
  ['node.pause', { node: 'DEMO1' }, null],
] as const)('%s %j: %s', (command, input, near) => {
  expect(nearName({ command, input }, sampleSnapshot())).toBe(near);
});
