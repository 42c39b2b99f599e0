import { describe, expect, test } from 'vitest';
import { call, cmdletCall, setProperty } from './script-step';
import { secondHopWarning } from './second-hop';

describe('a second hop', () => {
  test('is announced with the cmdlet that needs it and the ways out', () => {
    const warning = secondHopWarning([call('Get-Cluster'), call('Move-ClusterVirtualMachineRole', { Name: 'VM1' })]);
    expect(warning).toMatch(/^Move-ClusterVirtualMachineRole may fail/);
    expect(warning).toContain('RSAT');
  });

  test('is not announced where the cluster service does the work', () => {
    const property = setProperty(cmdletCall('Get-ClusterGroup', { Name: ['VM1'] }), 'Priority', 3000);
    expect(secondHopWarning([call('Move-ClusterGroup', { Name: 'FS1' }), property])).toBeNull();
  });
});
