import { expect, test } from 'vitest';
import { sampleSnapshot } from '../../../tests/support/sample-snapshot';
import { machineViewer, type ViewerSearch } from './machine-viewer';

const id = '0f8a2d34-1111-4222-8333-abcdefabcdef';
const [sample] = sampleSnapshot().virtualMachines;
if (sample === undefined) throw new Error('The sample has machines.');
const machine = { ...sample, id, name: 'SQL-01', computerName: 'Demo1' };

function search(platform: NodeJS.Platform, ...programs: readonly string[]): ViewerSearch {
  return {
    platform,
    domain: null,
    user: null,
    environment: { PATH: '/opt/bin:relative:/usr/bin', SystemRoot: 'D:\\Windows' },
    isExecutable: (file) => programs.includes(file),
  };
}

test('on Windows it is Virtual Machine Connection, by the id of the machine', () => {
  const command = 'D:\\Windows\\System32\\vmconnect.exe';
  expect(machineViewer({ ...machine, id: `{${id}}` }, search('win32', command))).toEqual({
    ok: true,
    value: { command, args: ['Demo1', '-G', id], asks: 'window' },
  });
  expect(machineViewer(machine, search('win32'))).toMatchObject({
    ok: false,
    error: { kind: 'unsupported', advice: expect.stringContaining('Hyper-V') as string },
  });
});

test.each(['linux', 'darwin'] as const)('on %s it is FreeRDP, one that asks in a window first', (platform) => {
  const both = search(platform, '/usr/bin/xfreerdp', '/opt/bin/sdl-freerdp3');
  expect(machineViewer(machine, both)).toEqual({
    ok: true,
    value: { command: '/opt/bin/sdl-freerdp3', args: ['/v:Demo1:2179', `/vmconnect:${id}`], asks: 'window' },
  });
  expect(machineViewer(machine, search(platform, '/usr/bin/xfreerdp'))).toMatchObject({ value: { asks: 'terminal' } });
  expect(machineViewer(machine, search(platform))).toMatchObject({
    ok: false,
    error: { kind: 'unsupported', message: expect.stringContaining('FreeRDP') as string },
  });
});

test.each([
  ['sws.com', 'Demo1', 'Demo1.sws.com'],
  ['sws.com', 'Demo1.corp.sws.com', 'Demo1.corp.sws.com'],
  ['', 'Demo1', 'Demo1'],
])('hosts of a cluster in %j have their full names: %s', (domain, computerName, address) => {
  const viewer = machineViewer({ ...machine, computerName }, { ...search('linux', '/usr/bin/xfreerdp'), domain });
  expect(viewer).toMatchObject({ value: { args: [`/v:${address}:2179`, `/vmconnect:${id}`] } });
});

test('FreeRDP signs in as the connection does', () => {
  const viewer = machineViewer(machine, { ...search('linux', '/usr/bin/xfreerdp'), user: 'SWS\\admin' });
  expect(viewer).toMatchObject({ value: { args: ['/v:Demo1:2179', `/vmconnect:${id}`, '/u:SWS\\admin'] } });
});

test.each([
  ['x', 'Demo1'],
  [id, '-G'],
  [id, '/cert:ignore'],
  [id, 'a b'],
  [id, 'Demo1\n'],
  ['', ''],
])('what could be an option of the viewer is refused: %j on %j', (hostile, computerName) => {
  const all = search('linux', '/usr/bin/xfreerdp');
  expect(machineViewer({ ...machine, id: hostile, computerName }, all)).toMatchObject({
    ok: false,
    error: { kind: 'unsupported' },
  });
});
