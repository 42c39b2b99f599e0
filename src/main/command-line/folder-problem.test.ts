import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { folderProblem } from './folder-problem';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'regroup-folder-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

describe('the folder of --user-data', () => {
  test('is made where it is missing', () => {
    const wanted = join(folder, 'new', 'deep');
    expect(folderProblem(wanted)).toBeUndefined();
    expect(existsSync(wanted)).toBe(true);
  });

  test('cannot be a file, nor lie in one', () => {
    const file = join(folder, 'file');
    writeFileSync(file, '');
    expect(folderProblem(file)).toContain(`"${file}" cannot be used as a folder: a file is in its place`);
    expect(folderProblem(join(file, 'inside'))).toContain('a file is in its place');
  });
});
