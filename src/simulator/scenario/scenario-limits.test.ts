import { describe, expect, it } from 'vitest';
import { problemsOf, scenarioText, sharedVolume } from '../testing/scenario-text';

describe('Scenario files: limits of the release', () => {
  const nodes = (count: number): string =>
    `[${Array.from({ length: count }, (_, index) => `{name: N${index + 1}}`).join(', ')}]`;

  it('has 16 nodes up to 2008 R2, 64 from 2012 on', () => {
    expect(problemsOf(scenarioText('release: 2008R2', '{name: C}', nodes(16)))).toEqual([]);
    expect(problemsOf(scenarioText('release: 2008R2', '{name: C}', nodes(17)))).toEqual([
      'f:4:208: expected at most 16 nodes (the limit of Windows Server 2008 R2), found 17',
    ]);
    expect(problemsOf(scenarioText('release: 2012', '{name: C}', nodes(64)))).toEqual([]);
    expect(problemsOf(scenarioText('', '{name: C}', nodes(65)))[0]).toMatch(
      /^f:4:\d+: expected at most 64 nodes \(the limit of Windows Server 2022\), found 65$/,
    );
  });

  const machines = (count: number, owners: number): string =>
    `roles:\n${Array.from({ length: count }, (_, index) => `  - {name: V${index}, type: virtualMachine, owner: N${(index % owners) + 1}, memory: 1MB}\n`).join('')}`;

  it('has 384 machines on a node and 1,000 in a cluster up to 2008 R2', () => {
    expect(problemsOf(scenarioText(`release: 2008\n${machines(384, 1)}`, '{name: C}', nodes(3)))).toEqual([]);
    expect(problemsOf(scenarioText(`release: 2008\n${machines(385, 1)}`, '{name: C}', nodes(3)))).toEqual([
      'f:392:5: expected at most 384 virtual machines on a node (the limit of Windows Server 2008), found one more on "N1"',
    ]);
    expect(problemsOf(scenarioText(`release: 2008\n${machines(1001, 3)}`, '{name: C}', nodes(3)))).toEqual([
      'f:1008:5: expected at most 1000 virtual machines (the limit of Windows Server 2008), found 1001',
    ]);
  });

  it('has 1,024 machines on a node from 2012 on', () => {
    expect(problemsOf(scenarioText(machines(1025, 1), '{name: C}', nodes(1)))).toEqual([
      'f:1031:5: expected at most 1024 virtual machines on a node (the limit of Windows Server 2022), found one more on "N1"',
    ]);
  });

  it('has no room for more memory than the host has beside its own', () => {
    const role = (name: string, more: string): string =>
      `  - {name: ${name}, type: virtualMachine, owner: A, ${more}}\n`;
    const host = '[{name: A, memory: 10GB, hostReserve: 2GB}]';
    const fits = `roles:\n${role('V1', 'memory: 5GB')}${role('V2', 'memory: 3GB')}${role('V3', 'memory: 9GB, state: offline')}`;
    expect(problemsOf(scenarioText(fits, '{name: C}', host))).toEqual([]);
    expect(
      problemsOf(scenarioText(`${fits}${role('V4', 'memory: 1MB, clustered: false')}`, '{name: C}', host)),
    ).toEqual(['f:10:56: expected at most the memory that is left on "A" (none), found 1 MB']);
  });

  it('has no more nodes in a guest cluster than in a cluster', () => {
    const names = Array.from({ length: 17 }, (_, index) => `V${index}`);
    const text = `release: 2008\n${machines(17, 1)}guestClusters:\n  - {name: G, nodes: [${names.join(', ')}]}`;
    expect(problemsOf(scenarioText(text, '{name: C}', nodes(1)))[0]).toMatch(
      /^f:26:\d+: expected at most 16 nodes of a guest cluster/,
    );
  });

  it('has no cloud witness before 2016, no dynamic quorum before 2012, no shared volumes in 2008', () => {
    const cloud = '{name: C, quorum: {mode: nodeAndCloudMajority, witness: "https://w.example.net"}}';
    expect(problemsOf(scenarioText('release: 2016', cloud))).toEqual([]);
    expect(problemsOf(scenarioText('release: 2012R2', cloud))).toEqual([
      'f:3:35: expected a quorum mode of Windows Server 2012 R2, found nodeAndCloudMajority, which came with Windows Server 2016',
    ]);
    expect(problemsOf(scenarioText('release: 2008R2', '{name: C, quorum: {dynamic: true}}'))).toEqual([
      'f:3:38: expected false, for Windows Server 2008 R2 has no dynamic quorum, found true',
    ]);
    expect(problemsOf(scenarioText(`${sharedVolume}\nrelease: 2008`))).toEqual([
      'f:6:40: expected a use that Windows Server 2008 has: witness, role or available, found csv, which came with Windows Server 2008 R2',
    ]);
  });

  it('has no settings that turn on what came later, but takes their being off', () => {
    expect(
      problemsOf(scenarioText('release: 2012R2', '{name: C, settings: {resiliencyPeriod: 0, quarantineThreshold: 0}}')),
    ).toEqual([]);
    expect(problemsOf(scenarioText('release: 2012R2', '{name: C, settings: {resiliencyPeriod: 4m}}'))).toEqual([
      'f:3:31: expected a setting of Windows Server 2012 R2 (resiliencyPeriod came with Windows Server 2016), found "resiliencyPeriod"',
    ]);
  });
});
