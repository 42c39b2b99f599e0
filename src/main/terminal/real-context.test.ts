import { describe, expect, test } from 'vitest';
import type { ConnectionPlace } from '#shared/contract/connections';
import { realContext, type ContextSurroundings } from './real-context';

const context = (place: ConnectionPlace, readOnly = false, more: Partial<ContextSurroundings> = {}) =>
  realContext(
    { name: '', place, readOnly, openAtStart: false },
    { knownHosts: '/data/known_hosts', platform: 'win32', clusterName: null, modulePath: null, ...more },
  );

const node = { kind: 'ssh', host: 'demo1.sws.com', user: null, port: null, identity: null, executable: null } as const;

function argumentsOf(place: ConnectionPlace): readonly string[] {
  const found = context(place);
  if (!found.ok || found.value.kind !== 'ssh') throw new Error('This is no terminal on a node.');
  return found.value.argumentsFor('SCRIPT');
}

describe('a terminal on a real cluster', () => {
  test('reached by name has the name as data, whatever it holds', () => {
    for (const cluster of ["x'; Remove-Cluster #", '$(Stop-Computer)', '`u{1b}]0;x', 'ä'.repeat(255)])
      expect(context({ kind: 'local', cluster })).toMatchObject({
        ok: true,
        value: { kind: 'powershell', environment: { REGROUP_CLUSTER: cluster } },
      });
  });

  test('reached by name has the modules of the folder that Regroup was started with', () => {
    expect(context({ kind: 'local', cluster: 'HV' }, false, { modulePath: '/my modules' })).toMatchObject({
      value: { environment: { REGROUP_MODULES: '/my modules' } },
    });
  });

  test('reached over ssh is a PowerShell on the node, and ssh asks in the terminal', () => {
    const given = argumentsOf({ ...node, user: 'SWS\\admin', port: 2222, identity: '/home/me/key' });
    expect(given).toContain('-t');
    expect(given).not.toContain('BatchMode=yes');
    expect(given.join(' ')).toContain('StrictHostKeyChecking=ask');
    expect(given.join(' ')).toContain('"/data/known_hosts"');
    expect(given.join(' ')).toContain('-p 2222 -i /home/me/key -o IdentitiesOnly=yes -l SWS\\admin --');
    expect(given.slice(given.indexOf('--'))).toEqual([
      '--',
      'demo1.sws.com',
      'powershell.exe',
      '-NoLogo',
      '-NoExit',
      '-EncodedCommand',
      'SCRIPT',
    ]);
  });

  test.each([
    [{ ...node, host: '-oProxyCommand=calc' }],
    [{ ...node, host: 'a b' }],
    [{ ...node, user: '$(whoami)' }],
    [{ ...node, executable: 'powershell.exe & calc' }],
  ])('is not opened with what ssh or a shell would take for more: %j', (place) => {
    expect(context(place)).toMatchObject({ ok: false, error: { kind: 'badInput' } });
  });

  test('says that a read-only connection does not hold PowerShell back', () => {
    expect(context({ kind: 'local', cluster: 'HV' }, true)).toMatchObject({ value: { readOnly: true } });
    expect(context(node, true)).toMatchObject({ value: { readOnly: true } });
  });

  const winrm = { kind: 'winrm', host: 'demo1', user: null, port: null, ssl: false } as const;

  test('through WinRM or an endpoint is a session that gets everything as data, and no password', () => {
    expect(context(winrm)).toMatchObject({ value: { kind: 'session', environment: { REGROUP_NODE: 'demo1' } } });
    const host = "-x'; Stop-Computer #";
    const jea = context(
      { ...winrm, kind: 'jea', host, user: 'SWS\\admin', port: 5999, ssl: true, configuration: '$(calc)' },
      true,
      { clusterName: '`whoami`' },
    );
    expect(jea).toEqual({
      ok: true,
      value: {
        kind: 'session',
        readOnly: true,
        title: `PowerShell on ${host}`,
        environment: {
          REGROUP_NODE: host,
          REGROUP_CLUSTER: '`whoami`',
          REGROUP_USER: 'SWS\\admin',
          REGROUP_PORT: '5999',
          REGROUP_SSL: '1',
          REGROUP_ENDPOINT: '$(calc)',
        },
      },
    });
  });

  test('through WinRM is refused with a way out where PowerShell has none', () => {
    const elsewhere = context(winrm, false, { platform: 'darwin' });
    expect(elsewhere).toMatchObject({ ok: false, error: { kind: 'unsupported' } });
    expect(!elsewhere.ok && elsewhere.error.advice).toContain('ssh');
  });
});
