import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { openOnLinux } from './open-on-linux';

/** A program that does what a line of shell says. */
function program(line: string): string {
  const folder = mkdtempSync(join(tmpdir(), 'regroup-open-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const file = join(folder, 'opener');
  writeFileSync(file, `#!/bin/sh\n${line}\n`, { mode: 0o755 });
  return file;
}

test.skipIf(process.platform === 'win32')('that a file was opened is known, and why not', async () => {
  expect(await openOnLinux('/my file', program('test "$1" = "/my file"'))).toBe('');
  expect(await openOnLinux('/my file', program('exit 3'))).toContain('no program for it');
  expect(await openOnLinux('/my file', program('exit 77'))).toContain('ended with 77');
  expect(await openOnLinux('/my file', '/nowhere/xdg-open')).toContain('has no /nowhere/xdg-open');
});
