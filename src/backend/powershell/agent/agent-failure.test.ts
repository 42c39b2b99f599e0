import { describe, expect, it } from 'vitest';
import { errorOfFail } from './agent-failure';
import type { FailPayload } from './frame';
import { hresultErrors, win32Errors } from '#shared/model/windows-errors';

const fail = (more: Partial<FailPayload>): FailPayload => ({
  fqid: 'ClusterCmdletException',
  category: 'NotSpecified',
  hresult: null,
  win32: null,
  message: 'Der Vorgang ist fehlgeschlagen.',
  inner: [],
  ...more,
});

const ofWin32 = (win32: number) => errorOfFail(fail({ hresult: 0x80070000 | win32 | 0, win32 }));

describe('an error of Windows', () => {
  it.each([
    [5, 'accessDenied'],
    [1722, 'notConnected'],
    [1753, 'notConnected'],
    [0x46, 'notConnected'],
    [0x6d9, 'notConnected'],
    [5925, 'noQuorum'],
    [5013, 'notFound'],
    [5007, 'notFound'],
    [5042, 'notFound'],
    [5016, 'refused'],
    [5070, 'refused'],
    [5956, 'refused'],
    [1460, 'timeout'],
  ] as const)('is told by its number, whatever the language: %d is %s (trap 25)', (number, kind) => {
    const error = ofWin32(number);
    expect(error).toMatchObject({ kind, code: number, message: 'Der Vorgang ist fehlgeschlagen.' });
    expect(error.advice).toMatch(/[.]$/);
  });

  it('without a number that is known is unexpected, and keeps its HRESULT', () => {
    expect(errorOfFail(fail({ hresult: -2147467259 }))).toMatchObject({
      kind: 'unexpected',
      code: 0x80004005,
      advice: null,
    });
  });

  it('has advice that ends as a sentence, for every number', () => {
    for (const { advice } of [...win32Errors.values(), ...hresultErrors.values()]) expect(advice).toMatch(/[.]$/);
  });
});

describe('an error of PowerShell or the agent', () => {
  it.each([
    ['Regroup.ModuleMissing', 'unsupported'],
    ['Regroup.NotAllowed', 'unsupported'],
    ['Regroup.Stopped', 'cancelled'],
    ['CommandNotFoundException', 'unsupported'],
    ['NamedParameterNotFound,Get-ClusterNode', 'unsupported'],
    ['SomethingElse', 'unexpected'],
  ] as const)('is told by its id: %s is %s', (fqid, kind) => {
    expect(errorOfFail(fail({ fqid })).kind).toBe(kind);
  });

  it('of a practice module without its cluster says what is missing, nothing of an execution policy', () => {
    const message = "FailoverClusters could not be loaded: This is Regroup's practice module. It works only in …";
    expect(errorOfFail(fail({ fqid: 'Regroup.ModuleFailed', message })).advice).toContain('REGROUP_PRACTICE_PIPE');
    expect(errorOfFail(fail({ fqid: 'Regroup.ModuleFailed' })).advice).toContain('execution policy');
  });

  it('of the category PermissionDenied is a denied access', () => {
    expect(errorOfFail(fail({ category: 'PermissionDenied' })).kind).toBe('accessDenied');
  });

  it('is one line without control characters', () => {
    expect(errorOfFail(fail({ message: 'No\r\n\u001b[31mnode\u202e' })).message).toBe('No [31mnode');
  });
});
