import { expect, it } from 'vitest';
import { clusterError } from './cluster-error';

it('has the usual advice for a Windows number, unless it is given its own or its message says what to do', () => {
  expect(clusterError('refused', 'Demo1 is down.', { code: 5050 }).advice).toContain('Start the cluster service');
  expect(clusterError('refused', 'Demo1 is down.', { code: 5050, advice: 'Turn it on.' }).advice).toBe('Turn it on.');
  expect(clusterError('refused', 'Demo1 is paused; resume it first.', { code: 5070 }).advice).toBeNull();
  expect(clusterError('unexpected', 'It failed.', { code: 4_000_000 }).advice).toBeNull();
});
