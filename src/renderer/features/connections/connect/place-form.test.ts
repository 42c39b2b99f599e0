import { describe, expect, it } from 'vitest';
import { connectionDraftSchema } from '#shared/contract/connections';
import { realConnection } from '../../../../../tests/support/fake-bridge';
import { formOf, readForm, type PlaceForm } from './place-form';

const empty = formOf(null, 'linux');
const draftOf = (changes: Partial<PlaceForm>) => {
  const reading = readForm({ ...empty, ...changes });
  if (!reading.ok) throw new Error(JSON.stringify(reading.problems));
  return reading.draft;
};
const problemsOf = (changes: Partial<PlaceForm>) => {
  const reading = readForm({ ...empty, ...changes });
  return reading.ok ? {} : reading.problems;
};

describe('the form of a connection', () => {
  it('begins with the way that the platform has', () => {
    expect(formOf(null, 'win32').kind).toBe('local');
    expect(formOf(null, 'darwin').kind).toBe('ssh');
  });

  it('means by an empty field the usual thing', () => {
    expect(draftOf({ host: ' demo1 ' }).place).toEqual({
      kind: 'ssh',
      host: 'demo1',
      user: null,
      port: null,
      identity: null,
      executable: null,
    });
  });

  it.each([
    { kind: 'local', cluster: 'hvcluster' },
    { kind: 'winrm', host: 'demo1', user: 'SWS\\ann', port: '5986', ssl: true },
    {
      kind: 'ssh',
      host: 'fe80::1%eth0',
      user: 'SWS\\ann',
      port: '22',
      identity: '/home/ann/my key',
      executable: 'pwsh',
    },
    { kind: 'jea', host: 'demo1', configuration: 'Regroup' },
  ] as const)('makes of $kind what main takes, and shows it again as it was', (changes) => {
    const draft = draftOf({ ...changes, name: 'Branch', readOnly: true });
    expect(connectionDraftSchema.safeParse(draft).success).toBe(true);
    expect(formOf(draft, 'linux')).toEqual({ ...empty, ...changes, name: 'Branch', readOnly: true });
  });

  it('says for each field what is wrong', () => {
    expect(Object.keys(problemsOf({}))).toEqual(['host']);
    expect(Object.keys(problemsOf({ kind: 'jea' }))).toEqual(['host', 'configuration']);
    for (const host of ['-oProxyCommand=calc', 'a b', 'a;b', '$(calc)', '"a"']) {
      expect(problemsOf({ host }).host, host).toMatch(/no name or address/);
    }
    for (const port of ['0', '65536', '22a', '-1', '1e3']) {
      expect(problemsOf({ host: 'a', port }).port, port).toMatch(/from 1 to 65535/);
    }
    expect(problemsOf({ host: 'a', executable: 'pwsh; calc' }).executable).toMatch(/special characters/);
  });

  it('does not mind what another way has in a field', () => {
    expect(problemsOf({ kind: 'local', cluster: 'a', port: 'x', host: '' })).toEqual({});
  });

  it('shows what is kept of a connection', () => {
    expect(formOf(realConnection().draft, 'win32')).toMatchObject({
      kind: 'ssh',
      host: 'hv1.prod.net',
      name: 'PROD-HV',
    });
  });
});
