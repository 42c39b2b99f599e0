import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, onTestFinished } from 'vitest';
import { projectFolder } from '../../support/electron';
import { practiceBackend } from '../../support/practice-backend';
import { findPwsh } from '../../support/pwsh';
import { describeBackend } from '../backend-contract';

const pwsh = findPwsh();
const scenario = readFileSync(join(projectFolder, 'tests', 'contract', 'two-nodes.yaml'), 'utf8');

/** The suite that every backend passes, over the real agent in a real PowerShell. */
describe.skipIf(pwsh === null)('The practice modules', () => {
  describeBackend({
    name: 'Cluster through PowerShell',
    training: false,
    commands: true,
    patience: 90_000,
    create: async ({ readOnly }) => {
      const practice = await practiceBackend(pwsh ?? '', scenario, readOnly);
      onTestFinished(() => practice.close());
      return practice.backend;
    },
  });
});
