import { expect, test } from 'vitest';
import { renderScript } from './render-script';
import { call, cmdletCall, pipeline, setProperty } from './script-step';

const text = (cluster: string, ...steps: Parameters<typeof renderScript>[0]): string => renderScript(steps, cluster);

test('what begins a step names the cluster, and what is piped into the rest comes from there', () => {
  const stop = pipeline(cmdletCall('Get-ClusterResource', { Name: 'R' }), cmdletCall('Get-VM'), cmdletCall('Stop-VM'));
  expect(text('HV', stop)).toBe("Get-ClusterResource -Name 'R' -Cluster 'HV' | Get-VM | Stop-VM");
  expect(text('HV', setProperty(cmdletCall('Get-ClusterNode', { Name: 'N' }), 'NodeWeight', 0))).toBe(
    "(Get-ClusterNode -Name 'N' -Cluster 'HV').NodeWeight = 0",
  );
});

test('the cluster itself is named by its name; what is made or tested, and machines on computers, say where they are', () => {
  expect(text('HV', setProperty(cmdletCall('Get-Cluster'), 'SameSubnetDelay', 1))).toBe(
    "(Get-Cluster -Name 'HV').SameSubnetDelay = 1",
  );
  expect(text('HV', call('Start-Cluster'), call('Stop-Cluster', { Force: true }))).toBe(
    "Start-Cluster -Name 'HV'\nStop-Cluster -Force -Cluster 'HV'",
  );
  const elsewhere = [call('New-Cluster', { Name: 'C' }), call('Stop-VM', { Name: 'VM', ComputerName: 'N' })];
  expect(text('HV', ...elsewhere)).toBe(renderScript(elsewhere));
});

test('a name that could be a pattern is looked for in that cluster, and no name of a cluster is evaluated', () => {
  expect(text("x'; Remove-Cluster #", call('Stop-ClusterGroup', { Name: 'VM*', Wait: 0 }))).toBe(
    "Get-ClusterGroup -Cluster 'x''; Remove-Cluster #' | Where-Object -Property 'Name' -EQ -Value 'VM*' | Stop-ClusterGroup -Wait 0",
  );
});

test('a cluster whose name is not known is not named', () => {
  expect(text('', call('Stop-Cluster'))).toBe('Stop-Cluster');
});
