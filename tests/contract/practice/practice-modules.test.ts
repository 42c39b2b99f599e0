import { mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, test } from 'vitest';
import reference from '../../../scripts/generate/reference/module-syntax.json';
import { findPwsh } from '../../support/pwsh';
import { servedPractice } from './practice-shell';

const pwsh = findPwsh();
const patience = 240_000;

describe.skipIf(pwsh === null)('the practice modules in a real PowerShell', () => {
  const practice = servedPractice(pwsh ?? '', Date.UTC(2026, 0, 1));

  describe('opened on a training cluster', () => {
    let found: Readonly<Record<string, unknown>>;

    beforeAll(async () => {
      const { output, errors } = await practice.shells.file(
        fileURLToPath(new URL('checks.ps1', import.meta.url)),
        practice.environment,
      );
      const answer = output.split('\n').find((text) => text.startsWith('FOUND '));
      if (answer === undefined) throw new Error(`The checks did not come to their end.\n${output}\n${errors}`);
      found = JSON.parse(answer.slice('FOUND '.length)) as typeof found;
    }, patience);

    test('load by the name of a cmdlet', () => {
      expect(found['autoload']).toEqual(['Demo1 Up', 'Demo2 Up']);
    });

    test('have every cmdlet with the parameter sets of the reference', () => {
      type Sets = Readonly<Record<string, readonly string[]>>;
      const sorted = (text: string): string =>
        text.replace(/(=\w+)+$/, (names) =>
          names
            .split('=')
            .slice(1)
            .sort()
            .map((name) => `=${name}`)
            .join(''),
        );
      const wanted = Object.entries(reference.modules).flatMap(([module, cmdlets]) =>
        Object.entries(cmdlets as Record<string, { whatIf: boolean; sets: Record<string, string> }>).map(
          ([name, { whatIf, sets }]) =>
            [
              `${module}/${name}`,
              {
                whatIf,
                sets: Object.fromEntries(
                  Object.entries(sets).map(([set, text]) => [
                    set,
                    text === '' ? [] : text.split(' ').map(sorted).sort(),
                  ]),
                ),
              },
            ] as const,
        ),
      );
      const present = new Map(Object.entries(found['sets'] as Record<string, { whatIf: boolean; sets: Sets }>));
      for (const [name, cmdlet] of wanted) {
        const own = present.get(name);
        const sets = Object.fromEntries(
          Object.entries(own?.sets ?? {}).map(([set, list]) => [set, list.map(sorted).sort()]),
        );
        expect({ whatIf: own?.whatIf, sets }, name).toEqual(cmdlet);
        present.delete(name);
      }
      expect([...present.keys()].sort()).toEqual([
        'FailoverClusters/Get-WinEvent',
        'FailoverClusters/Step-RegroupClock',
      ]);
    });

    test('pass objects along pipelines, within a module and across both', () => {
      expect(found['pipeline']).toEqual(['VM1 on Demo2']);
      expect(found['joined']).toEqual(['VM2 Running Guid']);
      expect(found['byMachine']).toEqual(['VM2']);
      expect(found['parameter']).toBe('UInt32');
      expect(found['deserialized']).toEqual(['Virtual Machine Configuration VM2', 'Virtual Machine VM2']);
    });

    test('read what an object inside another one only names', () => {
      expect(found['live']).toBe('Up Demo1');
    });

    test('carry assignments to the cluster at once', () => {
      expect(found['assigned']).toBe('3000 3000 DC+SQL');
      expect(found['enumeration']).toBe('ClusterAndClient 3 0');
    });

    test('tell errors with Windows numbers', () => {
      expect(found['refusedAssignment']).toBe(
        'Microsoft.FailoverClusters.PowerShell.ClusterCmdletException 80070057 Win32Exception',
      );
      expect(found['missing']).toBe('ObjectNotFound ClusterGroupNotFound,Get-ClusterGroup 80071395 5013');
      expect(found['silent']).toEqual(['VM1']);
    });

    test('say what is not simulated, and open no session to elsewhere', () => {
      expect(found['notSimulated']).toBe(
        "NotImplemented Checkpoint-VM is not simulated by Regroup's practice cluster.",
      );
      expect(found['session']).toContain('-CimSession is not simulated');
    });

    test('ask before they remove something, and do nothing with -WhatIf', () => {
      expect(found['question']).toBe('1 still there');
      expect(found['whatIf']).toBe(1);
    });

    test('take any name as a name', () => {
      expect(found['hostile']).toBe(true);
      expect(found['date']).toBe(0);
    });

    test('are there in jobs as well', () => {
      expect(found['child']).toEqual(['Up']);
    });

    test('begin a move without waiting, and let time pass', () => {
      expect([found['moving'], found['moved']]).toEqual(['Demo1', 'Demo2']);
      expect(found['events']).toEqual(['20415 2026']);
    });

    test('show the columns of the real ones', () => {
      expect(found['table']).toEqual(['Name OwnerNode State', '---- --------- -----', 'VM2 Demo2 Online']);
    });

    test('tell by Get-Help what a cmdlet does, its parameters and an example, and what is not simulated', () => {
      expect(found['help']).toEqual([
        'Moves a role to another node: offline here, online there.',
        expect.stringMatching(/^Seconds of the cluster's time to wait/),
        'Move-ClusterGroup -Name FS1 -Node Demo2',
      ]);
      expect(found['noHelp']).toMatch(/^Not simulated: Checkpoint-VM/);
    });

    test('send no credentials anywhere', () => {
      expect(found['secret']).toEqual(['VM2']);
    });
  });

  test.skipIf(process.platform === 'win32')(
    'compile their types once, and again when what was kept cannot be read or cannot be kept',
    async () => {
      const own = mkdtempSync(join(tmpdir(), 'practice-home-'));
      const kept = join(own, 'Regroup', 'practice');
      const ask = async (folder: string): Promise<string> =>
        (
          await practice.shells.line('@(Get-ClusterNode).Count', { ...practice.environment, XDG_DATA_HOME: folder })
        ).output.trim();
      expect(await ask(own)).toBe('2');
      const [file, ...others] = readdirSync(kept);
      if (file === undefined) throw new Error('Nothing was kept.');
      expect(others).toEqual([]);
      const written = statSync(join(kept, file)).mtimeMs;
      expect(await ask(own)).toBe('2');
      expect(statSync(join(kept, file)).mtimeMs).toBe(written);
      writeFileSync(join(kept, file), 'no assembly');
      expect(await ask(own)).toBe('2');
      expect(await ask(join(own, 'missing'))).toBe('2');
      rmSync(own, { recursive: true });
    },
    patience,
  );
});
