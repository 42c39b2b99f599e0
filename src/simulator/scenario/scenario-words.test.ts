import { describe, expect, it } from 'vitest';
import { problemsOf, scenarioText, sharedVolume, told, type Mistake } from '../testing/scenario-text';

describe('Scenario files: what is wrong, where, and what was meant', () => {
  it.each<Mistake>([
    [
      'a misspelt field of the file',
      scenarioText('timelime: []'),
      'timelime',
      'expected one of the fields schema, title, description, release, seed, cluster, nodes, networks, storage, disks, roles, guestClusters, timeline, until, expect, found "timelime"; did you mean "timeline"?',
    ],
    [
      'a misspelt field of a node',
      scenarioText('', '{name: C}', '[{name: A, memroy: 1GB}]'),
      'memroy',
      'expected one of the fields name, memory, cpu, site, vote, state, osBuild, hostReserve, nics, found "memroy"; did you mean "memory"?',
    ],
    [
      'a misspelt word',
      scenarioText('release: 2021'),
      '2021',
      'expected one of 2008, 2008R2, 2012, 2012R2, 2016, 2019, 2022, 2025, found 2021; did you mean "2012"?',
    ],
    [
      'a misspelt quorum mode',
      scenarioText('', '{name: C, quorum: {mode: nodeMajorty}}'),
      'nodeMajorty',
      'expected one of nodeMajority, nodeAndDiskMajority, nodeAndFileShareMajority, nodeAndCloudMajority, diskOnly, found "nodeMajorty"; did you mean "nodeMajority"?',
    ],
    [
      'a misspelt command',
      scenarioText('timeline: [{at: 1s, command: role.livemigrate, role: V}]'),
      'role.livemigrate',
      'expected the name of a command, found "role.livemigrate"; did you mean "role.liveMigrate"?',
    ],
    [
      'a misspelt fault',
      scenarioText('timeline: [{at: 1s, fault: node.crush, node: Demo1}]'),
      'node.crush',
      'expected the name of a fault, found "node.crush"; did you mean "node.crash"?',
    ],
    [
      'a misspelt setting',
      scenarioText('', '{name: C, settings: {sameSubnetDely: 1s}}'),
      'sameSubnetDely',
      'expected one of the fields ',
    ],
    [
      'a misspelt node',
      scenarioText('timeline: [{at: 1s, fault: node.crash, node: Dmeo2}]'),
      'Dmeo2',
      'expected the name of a node, found "Dmeo2"; did you mean "Demo2"?',
    ],
    [
      'a misspelt node in a list',
      scenarioText('timeline: [{at: 1s, fault: network.partition, groups: [[Demo1], [Demo3]]}]'),
      'Demo3',
      'expected the name of a node, found "Demo3"; did you mean "Demo1"?',
    ],
    [
      'a misspelt owner',
      scenarioText('roles: [{name: R, type: genericService, owner: Demo}]'),
      'Demo}',
      'expected the name of a node, found "Demo"; did you mean "Demo1"?',
    ],
    [
      'a misspelt network of a node',
      scenarioText('', '{name: C}', '[{name: A, nics: {Publik: 10.0.0.1}}]'),
      'Publik',
      'expected the name of a network, found "Publik"; did you mean "Public"?',
    ],
    [
      'a misspelt disk',
      scenarioText(`${sharedVolume}\nroles: [{name: R, type: virtualMachine, owner: Demo1, disks: [CSV2]}]`),
      'CSV2',
      'expected the name of a disk, found "CSV2"; did you mean "CSV1"?',
    ],
    [
      'a misspelt property',
      scenarioText('expect: [{at: end, node: Demo1, staet: Up}]'),
      'staet',
      'expected one of the fields at, node, id, name, ',
    ],
    [
      'a misspelt kind',
      scenarioText('expect: [{at: end, nod: Demo1, state: Up}]'),
      'nod:',
      'expected one of the fields not, event, operation, networkInterface, network, virtualMachine, resource, disk, cluster, node, role, found "nod"; did you mean "not"?',
    ],
    [
      'a misspelt role inside not',
      scenarioText(
        'roles: [{name: VM1, type: other, owner: Demo1}]\nexpect: [{at: end, not: {role: VM2, state: Failed}}]',
      ),
      'VM2',
      'expected the name of a role, found "VM2"; did you mean "VM1"?',
    ],
    [
      'a misspelt label',
      scenarioText(
        'timeline: [{at: 1s, command: node.pause, node: Demo1, drain: true, as: first}]\nexpect: [{at: end, operation: frist, outcome: succeeded}]',
      ),
      'frist',
      'expected the name of an operation, found "frist"; did you mean "first"?',
    ],
    [
      'a misspelt subject',
      scenarioText('expect: [{at: end, event: 1135, subject: Demo22}]'),
      'Demo22',
      'expected the name of an object, found "Demo22"; did you mean "Demo2"?',
    ],
    [
      'a misspelt provider',
      scenarioText(
        'roles: [{name: R, type: genericService, owner: Demo1, resources: [{name: X, type: Other, dependsOn: "R and Z1"}, {name: Z, type: Other}]}]',
      ),
      '"R and',
      'expected another resource of the role "R", found "Z1"',
    ],
    [
      'a missing field',
      scenarioText('disks: [{name: D, use: csv}]'),
      '{name: D',
      'expected the field "size" (a size such as 512MB, 64GB or 2TB), found none',
    ],
    [
      'a missing title',
      'schema: regroup/scenario/1\ncluster: {name: C}\nnodes: [{name: A}]',
      'schema',
      'expected the field "title" (a title), found none',
    ],
    [
      'no schema',
      '# comment\ntitle: T\ncluster: {name: C}\nnodes: [{name: A}]',
      'title',
      'expected the field "schema" (regroup/scenario/1), found none',
    ],
    [
      'another schema',
      'schema: regroup/scenario/2\ntitle: T\ncluster: {name: C}\nnodes: [{name: A}]',
      'regroup/scenario/2',
      'expected regroup/scenario/1, found "regroup/scenario/2"; did you mean "regroup/scenario/1"?',
    ],
    ['no nodes', scenarioText('', '{name: C}', '[]'), '[]', 'expected at least one node, found an empty list'],
    ['a text for a list', scenarioText('', '{name: C}', 'Demo1'), 'Demo1', 'expected a list, found "Demo1"'],
    ['a number for a text', scenarioText('', '{name: 5}'), '5', 'expected a name, found 5'],
    ['nothing for a text', scenarioText('description: # none'), '# none', 'expected a text, found nothing'],
    [
      'a size without a unit that counts',
      scenarioText('disks: [{name: D, size: 5G, use: csv}]'),
      '5G',
      'expected a size such as 512MB, 64GB or 2TB, found "5G"',
    ],
    [
      'a negative duration',
      scenarioText('until: -5s'),
      '-5s',
      'expected a duration such as 500ms, 10s, 2m or 6h, found "-5s"',
    ],
    [
      'a fraction of a millisecond',
      scenarioText('until: 0.5ms'),
      '0.5ms',
      'expected a duration such as 500ms, 10s, 2m or 6h, found "0.5ms"',
    ],
    ['a vote of two', scenarioText('', '{name: C}', '[{name: A, vote: 2}]'), '2}', 'expected 0 or 1, found 2'],
    [
      'an hour of 25',
      scenarioText('roles: [{name: R, type: other, owner: Demo1, failback: {from: 25, to: 5}}]'),
      '25',
      'expected an hour from 0 to 23, found 25',
    ],
    [
      'a word for a flag',
      scenarioText('timeline: [{at: 1s, command: node.pause, node: Demo1, drain: yes}]'),
      'yes',
      'expected true or false, found "yes"',
    ],
    [
      'an address with 256',
      scenarioText('', '{name: C, address: 192.168.100.256}'),
      '192.168.100.256',
      'expected an IPv4 address such as 192.168.100.11, found "192.168.100.256"',
    ],
    [
      'a time that is none',
      scenarioText('expect: [{at: later, node: Demo1, state: Up}]'),
      'later',
      'expected a time such as 120s, or end, found "later"',
    ],
    [
      'a command and a fault',
      scenarioText('timeline: [{at: 1s, command: cluster.start, fault: witness.fail}]'),
      'witness.fail',
      'expected no fault beside a command, found "witness.fail"',
    ],
    [
      'a label of a fault',
      scenarioText('timeline: [{at: 1s, as: x, fault: node.crash, node: Demo1}]'),
      'as:',
      'expected one of the fields at, fault, node, found "as"; did you mean "at"?',
    ],
    [
      'an expression that is none',
      scenarioText(
        'roles: [{name: R, type: other, owner: Demo1, resources: [{name: X, type: Other, dependsOn: "R and"}]}]',
      ),
      '"R and"',
      'expected resources joined by and, or and parentheses, found "R and"',
    ],
    [
      'a field of machines in another role',
      scenarioText('roles: [{name: R, type: fileServer, owner: Demo1, memory: 4GB}]'),
      'memory',
      'expected a field of a role of the type fileServer, found "memory", which only virtual machines have',
    ],
  ])('%s', (...mistake) => {
    const { found, wanted } = told(mistake);
    expect(found).toBe(wanted);
  });

  it('tells a misspelt field of an input and that the right one is missing', () => {
    expect(problemsOf(scenarioText('timeline: [{at: 1s, fault: node.crash, nod: Demo1}]'))).toEqual([
      'f:6:12: expected the field "node" (a text), found none',
      'f:6:40: expected one of the fields at, fault, node, found "nod"; did you mean "node"?',
    ]);
  });

  it('tells several problems at once, in file order, each once', () => {
    const text = scenarioText(
      `disks: [{name: D, size: 1X, use: csv, owner: Demo3}]
roles:
  - {name: R, type: other, owner: Dmeo1, prority: high}
  - {name: R, type: other}
until: soon
timeline: [{at: 1x, fault: node.crash, node: Dem2}]`,
      '{name: C, adress: 1.2.3.4}',
    );
    expect(
      problemsOf(text).map((line) => line.replace(/: expected one of the fields .*, found/, ': unknown field')),
    ).toEqual([
      'f:3:20: unknown field "adress"; did you mean "address"?',
      'f:6:25: expected a size such as 512MB, 64GB or 2TB, found "1X"',
      'f:8:35: expected the name of a node, found "Dmeo1"; did you mean "Demo1"?',
      'f:8:42: unknown field "prority"; did you mean "priority"?',
      'f:9:5: expected the field "owner" (the node that has a role which is online), found none',
      'f:9:12: expected another name than "R", which a role has already, found "R"',
      'f:10:8: expected a duration such as 500ms, 10s, 2m or 6h, found "soon"',
      'f:11:17: expected a duration such as 500ms, 10s, 2m or 6h, found "1x"',
      'f:11:46: expected the name of a node, found "Dem2"; did you mean "Demo2"?',
    ]);
  });
});
