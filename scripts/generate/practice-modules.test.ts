import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { root } from '../lib/project.mjs';
import { generatedFiles } from './practice-modules.mjs';
import { parametersOf } from './practice-parameters.mjs';

const folder = join(root, 'resources', 'powershell', 'RegroupPractice');
const files = generatedFiles();
const textOf = (path: string): string => readFileSync(join(folder, path), 'utf8');

const handWritten = ['Core.ps1', 'Types.ps1', 'Extras.ps1', 'Practice.cs', 'Json.cs', 'Link.cs'].map(
  (name) => `RegroupPractice/${name}`,
);

describe('the practice modules', () => {
  test.each(Object.keys(files))('%s is what the generator writes', (path) => {
    expect(textOf(path)).toBe(files[path]);
  });

  test.each([...Object.keys(files), ...handWritten])('%s is plain ASCII, as Windows PowerShell reads it', (path) => {
    expect(/[^\x20-\x7e\n]/.exec(textOf(path))).toBeNull();
  });

  test('define every cmdlet of the reference, and export it by name', () => {
    const reference = JSON.parse(
      readFileSync(join(root, 'scripts', 'generate', 'reference', 'module-syntax.json'), 'utf8'),
    ) as { readonly modules: Readonly<Record<string, object>> };
    const counts = Object.entries(reference.modules).map(([module, cmdlets]) => {
      const names = Object.keys(cmdlets);
      for (const name of names) {
        expect(files[`${module}/Cmdlets.ps1`]).toContain(`\nfunction ${name} {\n`);
        expect(files[`${module}/${module}.psd1`]).toContain(`\n        '${name}'`);
      }
      return names.length;
    });
    expect(counts).toEqual([132, 226]);
  });

  test('never name a way to another computer', () => {
    for (const path of [...Object.keys(files), ...handWritten])
      expect(textOf(path)).not.toMatch(
        /Import-Module|Invoke-Command|Enter-PSSession|New-CimSession|Microsoft\.Management\.Infrastructure/,
      );
  });
});

test('a parameter is read with everything that its line says', () => {
  expect(parametersOf('Name:String[]!@0<.=VMName=N Force:switch')).toEqual([
    {
      name: 'Name',
      type: 'String[]',
      mandatory: true,
      position: 0,
      value: true,
      property: true,
      aliases: ['VMName', 'N'],
    },
    { name: 'Force', type: 'switch', mandatory: false, position: null, value: false, property: false, aliases: [] },
  ]);
  expect(parametersOf('')).toEqual([]);
  expect(() => parametersOf('Name')).toThrow('This is no parameter');
});
