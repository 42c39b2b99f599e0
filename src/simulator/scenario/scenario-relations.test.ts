import { describe, expect, it } from 'vitest';
import { placeOf, problemsOf, scenarioText, told, type Mistake } from '../testing/scenario-text';

describe('Scenario files: what is wrong, where, and what was meant', () => {
  it.each<Mistake>([
    [
      'a node used twice',
      scenarioText('', '{name: C}', '[{name: Demo1}, {name: demo1}]'),
      'demo1',
      'expected another name than "Demo1", which a node has already, found "demo1"',
    ],
    [
      'a role used twice',
      scenarioText('roles: [{name: R, type: other, owner: Demo1}, {name: r, type: other, owner: Demo1}]'),
      'r, type',
      'expected another name than "R", which a role has already, found "r"',
    ],
    [
      'a core role',
      scenarioText('roles: [{name: Cluster Group, type: other, owner: Demo1}]'),
      'Cluster Group',
      'expected another name than "Cluster Group", which a role has already, found "Cluster Group"',
    ],
    [
      'a label used twice',
      scenarioText(
        'timeline: [{at: 1s, command: node.pause, node: Demo1, as: x}, {at: 2s, command: node.resume, node: Demo1, as: X}]',
      ),
      'X}',
      'expected another name than "x", which an operation has already, found "X"',
    ],
    [
      'a resource used twice',
      scenarioText('roles: [{name: R, type: other, owner: Demo1, resources: [{name: r, type: Other}]}]'),
      'r, type',
      'expected another name than "R", which a resource has already, found "r"',
    ],
    [
      'an online role without owner',
      scenarioText('roles: [{name: R, type: other}]'),
      '{name: R',
      'expected the field "owner" (the node that has a role which is online), found none',
    ],
    [
      'an owner that is off',
      scenarioText('roles: [{name: R, type: other, owner: A}]', '{name: C}', '[{name: A, state: off}, {name: B}]'),
      'A}]',
      'expected a node that is up, for the role is online, found "A"',
    ],
    [
      'an owner that is not possible',
      scenarioText('roles: [{name: R, type: other, owner: Demo1, possibleOwners: [Demo2]}]'),
      'Demo1, possible',
      'expected one of its possible owners Demo2, found "Demo1"',
    ],
    [
      'a disk of Available Storage in a role',
      scenarioText(
        'disks: [{name: D, size: 1GB, use: available}]\nroles: [{name: R, type: other, owner: Demo1, disks: [D]}]',
      ),
      'D]}',
      'expected a disk with the use role or csv, found "D" with the use available',
    ],
    [
      'a LUN of two services',
      scenarioText(
        'disks: [{name: D, size: 1GB, use: role}]\nroles: [{name: R, type: other, owner: Demo1, disks: [D]}, {name: S, type: other, owner: Demo1, disks: [D]}]',
      ),
      '[D]',
      'expected disks of its own, found one that "R" has already',
    ],
    [
      'machines on one LUN with two owners',
      scenarioText(
        'disks: [{name: D, size: 1GB, use: role}]\nroles: [{name: R, type: virtualMachine, owner: Demo1, disks: [D]}, {name: S, type: virtualMachine, owner: Demo2, disks: [D]}]',
      ),
      'Demo2, disks',
      'expected the owner of "R", which has the same disk ("Demo1"), found "Demo2"',
    ],
    [
      'a witness that is missing',
      scenarioText('', '{name: C, quorum: {mode: nodeAndDiskMajority}}'),
      '{mode',
      'expected the field "witness" (the name of a disk with the use witness), found none',
    ],
    [
      'a witness without a mode',
      scenarioText('disks: [{name: Q, size: 1GB, use: witness}]', '{name: C, quorum: {witness: Q}}'),
      'Q}',
      'expected no witness, or a mode that has one, found "Q" with the mode nodeMajority, which has none',
    ],
    [
      'a witness of another use',
      scenarioText('disks: [{name: Q, size: 1GB, use: csv}]', '{name: C, quorum: {mode: diskOnly, witness: Q}}'),
      'Q}',
      'expected the name of a disk with the use witness, found "Q" with the use csv',
    ],
    [
      'an unknown witness',
      scenarioText(
        'disks: [{name: Quorum, size: 1GB, use: witness}]',
        '{name: C, quorum: {mode: diskOnly, witness: Qurum}}',
      ),
      'Qurum',
      'expected the name of a disk, found "Qurum"; did you mean "Quorum"?',
    ],
    [
      'a share that is none',
      scenarioText('', '{name: C, quorum: {mode: nodeAndFileShareMajority, witness: share}}'),
      'share}',
      'expected a file share such as \\\\server\\share, found "share"',
    ],
    [
      'a fault of a witness that is not there',
      scenarioText('timeline: [{at: 1s, fault: witness.fail}]'),
      'witness.fail',
      'expected a fault of what the cluster has, which has no witness, found "witness.fail"',
    ],
    [
      'a fault of a path that is not there',
      scenarioText('timeline: [{at: 1s, fault: path.fail, node: Demo1, server: S}]'),
      'path.fail',
      'expected a fault of what the cluster has, which has no storage servers, found "path.fail"',
    ],
    [
      'a fault of a path without a session',
      scenarioText(
        'storage: {servers: [{name: S1, nics: {iSCSI: 172.30.100.1}}], sessions: none}\ntimeline: [{at: 1s, fault: path.fail, node: A, server: S1}]',
        '{name: C}',
        '[{name: A}]',
      ),
      'S1}]',
      'expected a storage server with which A has an iSCSI session, found "S1"',
    ],
    [
      'a fault of the link of a device that is no mirror',
      scenarioText(
        `storage:
  servers: [{name: S1, nics: {iSCSI: 172.30.100.1}}, {name: S2, nics: {iSCSI: 172.30.100.2}}]
  devices:
    - {name: D1, size: 10GB, mirrors: [{server: S1, target: A, priority: primary}]}
    - {name: D2, size: 10GB, mirrors: [{server: S1, target: B, priority: primary}, {server: S2, target: C, priority: secondary}]}
timeline: [{at: 1s, fault: syncLink.fail, device: D1}]`,
        '{name: C}',
        '[{name: A}]',
      ),
      'D1}]',
      'expected a device with two mirrors, found "D1"',
    ],
    [
      'a node in two groups of a partition',
      scenarioText('timeline: [{at: 1s, fault: network.partition, groups: [[A], [a]]}]', '{name: C}', '[{name: A}]'),
      '[[A]',
      'expected groups in which each node stands once, found a list',
    ],
    [
      'a fault of an adapter that is not there',
      scenarioText(
        'timeline: [{at: 1s, fault: nic.fail, node: A, network: iSCSI}]',
        '{name: C}',
        '[{name: A, nics: {Public: 10.0.0.1}}]',
      ),
      'iSCSI',
      'expected a network on which A has an interface, found "iSCSI"',
    ],
    [
      'two primaries',
      scenarioText(
        'storage: {servers: [{name: S1}, {name: S2}], devices: [{name: H, size: 1GB, mirrors: [{server: S1, priority: primary}, {server: S2, priority: primary}]}]}',
      ),
      '[{server: S1',
      'expected one primary, found two',
    ],
  ])('%s', (...mistake) => {
    const { found, wanted } = told(mistake);
    expect(found).toBe(wanted);
  });

  it('tells roles of a cluster that is not formed yet', () => {
    const roles = `roles:
  - {name: V, type: virtualMachine, owner: Demo1, clustered: false}
  - {name: W, type: virtualMachine, owner: Demo1}
  - {name: R, type: other, owner: Demo1}`;
    expect(problemsOf(scenarioText(roles, '{name: C, formed: false}'))).toEqual([
      'f:8:5: expected clustered: false before the cluster is formed, found the role "W"',
      'f:9:5: expected no role before the cluster is formed, found the role "R"',
    ]);
  });

  it('tells every resource that is part of a circle', () => {
    const resources = '{name: X, type: Other, dependsOn: Y}, {name: Y, type: Other, dependsOn: R or X}';
    const text = scenarioText(`roles: [{name: R, type: other, owner: Demo1, resources: [${resources}]}]`);
    expect(problemsOf(text)).toEqual([
      `${placeOf('Y}', text)}: expected no circle of dependencies, found "X" depending on itself`,
      `${placeOf('R or X', text)}: expected no circle of dependencies, found "Y" depending on itself`,
    ]);
  });
});
