import { describe, expect, test } from 'vitest';
import { readClusterArguments } from './cluster-arguments';
import { run } from './run-command';
import { script } from './script';
import { snapshot } from './snapshot';
import type { Streams } from './streams';
import { userDataFolder } from './user-data';

function streams(): Streams & { readonly out: () => string; readonly complaints: () => string } {
  let out = '';
  let complaints = '';
  return {
    terminal: false,
    print: (text) => (out += text),
    complain: (text) => (complaints += text),
    out: () => out,
    complaints: () => complaints,
  };
}

describe('the options of a command about a real cluster', () => {
  test('name a PowerShell, its modules and the cluster', () => {
    expect(readClusterArguments(['--powershell', 'pwsh', '--module-path', 'm', '--cluster', 'HV', 'a', 'b=c'])).toEqual(
      {
        ok: true,
        value: {
          powershell: 'pwsh',
          modulePath: 'm',
          cluster: 'HV',
          node: null,
          output: null,
          userData: userDataFolder(),
          timeout: null,
          words: ['a', 'b=c'],
        },
      },
    );
  });

  test('divide user and node at the last @', () => {
    expect(readClusterArguments(['--ssh', 'admin@sws.com@demo1', '--port', '2222'])).toMatchObject({
      ok: true,
      value: { node: { kind: 'ssh', user: 'admin@sws.com', host: 'demo1', port: 2222, identity: null } },
    });
  });

  test('name a node and an endpoint of it', () => {
    expect(readClusterArguments(['--jea', 'demo1', '--user', 'SWS\\ops', '--ssl'])).toMatchObject({
      value: {
        node: { kind: 'jea', host: 'demo1', user: 'SWS\\ops', port: null, ssl: true, configuration: 'Regroup' },
      },
    });
    expect(readClusterArguments(['--winrm', 'demo1', '--port', '5985'])).toMatchObject({
      value: { node: { kind: 'winrm', host: 'demo1', user: null, port: 5985, ssl: false } },
    });
  });

  test.each([
    [['--ssh', 'a@b', '--cluster', 'c'], 'exclude each other'],
    [['--port', '22'], '--port goes with --ssh, --winrm, --jea'],
    [['--winrm', 'a', '--identity', 'b'], '--identity goes with --ssh'],
    [['--winrm', 'a', '--configuration', 'b'], '--configuration goes with --jea'],
    [['--winrm', 'a', '--jea', 'b'], 'Only one'],
    [['--jea', 'a', '--cluster', 'c'], 'exclude each other'],
    [['--ssh', 'b', '--port', 'x'], '1 to 65535'],
    [['--nonsense'], 'nonsense'],
  ])('%j are told to be wrong', (args, problem) => {
    const read = readClusterArguments(args);
    expect(read.ok ? '' : read.error).toContain(problem);
  });
});

describe('a wrong command line', () => {
  test.each([
    [[], 'A command of the catalogue is missing'],
    [['role.fly'], 'There is no command "role.fly"'],
    [['role.mvoe', 'role=VM1'], 'Was role.move meant?'],
    [['role.move'], 'role.move: role is missing. Write: role.move role=TEXT [destination=TEXT]'],
    [['node.pause', 'nod=Demo1'], 'node is missing. There is no key "nod": was node meant?'],
    [['node.pause', 'node=Demo1', 'drain=maybe'], 'drain cannot be that: drain=true|false is expected.'],
    [['role.move', 'role=VM1', 'destination='], 'destination cannot be that: destination=TEXT is expected.'],
    [['role.move', 'VM1'], 'no key=value'],
    [['role.move', 'name=VM1'], 'role.move:'],
    [['role.move', 'role=VM1', '--ssh=-oProxyCommand=x'], '-oProxyCommand'],
  ])('%j ends with 2 and runs nothing', async (words, problem) => {
    const told = streams();
    expect(await run(words, told)).toBe(2);
    expect(told.complaints()).toContain(problem);
    expect(told.out()).toBe('');
  });

  test.skipIf(process.platform === 'win32')('says that WinRM is for Windows', async () => {
    const told = streams();
    expect(await snapshot(['--winrm', 'demo1'], told)).toBe(2);
    expect(told.complaints()).toContain('connect over ssh');
  });

  test('of snapshot too', async () => {
    const told = streams();
    expect(await snapshot(['VM1'], told)).toBe(2);
    expect(told.complaints()).toContain('"VM1"');
  });

  test('help is no mistake', async () => {
    const told = streams();
    expect(await snapshot(['--help'], told)).toBe(0);
    expect(told.out()).toContain('--module-path');
  });

  test('help of run and of script lists the commands with their keys', async () => {
    const running = streams();
    expect(await run(['--help'], running)).toBe(0);
    const printing = streams();
    expect(script(['--help'], printing)).toBe(0);
    for (const { out } of [running, printing]) expect(out()).toContain('role.move role=TEXT [destination=TEXT]\n');
  });

  test('script takes no options of a cluster: they would be without effect', () => {
    const told = streams();
    expect(script(['node.pause', 'node=Demo1', '--ssh', 'demo1'], told)).toBe(2);
    expect(told.complaints()).toContain('no options');
  });
});

describe('a PowerShell that is not there', () => {
  test('is told with what to do, and the exit code is 1', async () => {
    const told = streams();
    expect(await snapshot(['--powershell', '/nowhere/pwsh'], told)).toBe(1);
    expect(told.complaints()).toContain('/nowhere/pwsh');
    expect(told.out()).toBe('');
  });
});

describe('script', () => {
  test('prints the PowerShell of a command with names that cannot break out', () => {
    const told = streams();
    expect(script(['role.liveMigrate', "role=a'$(x)", 'destination=Demo2'], told)).toBe(0);
    expect(told.out()).toBe(
      "Move-ClusterVirtualMachineRole -Name 'a''$(x)' -Node 'Demo2' -MigrationType 'Live' -Wait 0\n",
    );
  });
});
