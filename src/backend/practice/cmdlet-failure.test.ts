import { expect, test } from 'vitest';
import { clusterError } from '#shared/model/cluster-error';
import { errorOfFail } from '../powershell/agent/agent-failure';
import { failureOf } from './cmdlet-failure';

/** What a reader of the cmdlet's error says about it. */
function readAgain(message: string, code: number, advice?: string): string {
  const error = clusterError('refused', message, { code, ...(advice !== undefined && { advice }) });
  const { win32, category, fqid, message: said } = failureOf('Start-ClusterNode', error);
  const read = errorOfFail({ fqid, category, hresult: null, win32, message: said, inner: [] });
  return [read.message, read.advice].filter((part) => part !== null).join(' ');
}

test('an error of a cmdlet gives one advice, also to whoever knows its number', () => {
  expect(readAgain('Demo2 has no power.', 5050, 'Turn it on first.')).toBe('Demo2 has no power; turn it on first.');
  expect(readAgain('Demo2 is paused.', 5070)).toBe('Demo2 is paused. Resume the node, or choose another one.');
});
