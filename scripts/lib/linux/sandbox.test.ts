import { chmodSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { testFolder } from '../test-folder';
import { sandboxComplaint } from './sandbox.mjs';

describe.runIf(process.platform === 'linux')('Chromium’s sandbox', () => {
  const restricted = (file: string) => (file.endsWith('apparmor_restrict_unprivileged_userns') ? '1' : undefined);
  const open = () => undefined;

  function electron() {
    const folder = testFolder();
    writeFileSync(join(folder, 'chrome-sandbox'), '');
    chmodSync(join(folder, 'chrome-sandbox'), 0o755);
    return join(folder, 'electron');
  }

  test('a system that forbids user namespaces is told how to allow the helper', () => {
    const executable = electron();
    expect(sandboxComplaint(executable, restricted, false)).toMatch(
      /sudo chown root:root '.*chrome-sandbox' && sudo chmod 4755/,
    );
  });

  test('nothing is said where namespaces are free, or to root', () => {
    const executable = electron();
    expect(sandboxComplaint(executable, open, false)).toBeUndefined();
    expect(sandboxComplaint(executable, restricted, true)).toBeUndefined();
  });
});
