import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { root } from './lib/project.mjs';
import { testFolder } from './lib/test-folder';

/** The names of the rules that a project with these files breaks, with the file that breaks each. */
function brokenRules(files: Record<string, string>): string[] {
  const project = testFolder();
  for (const name of ['package.json', 'tsconfig.base.json', '.dependency-cruiser.mjs']) {
    copyFileSync(join(root, name), join(project, name));
  }
  symlinkSync(join(root, 'node_modules'), join(project, 'node_modules'), 'junction');
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(dirname(join(project, name)), { recursive: true });
    writeFileSync(join(project, name), content);
  }
  const { stdout } = spawnSync(
    process.execPath,
    [
      join(root, 'node_modules/dependency-cruiser/bin/dependency-cruise.mjs'),
      ...['src', '--config', '.dependency-cruiser.mjs', '--output-type', 'json'],
    ],
    { cwd: project, encoding: 'utf8', maxBuffer: 1e8 },
  );
  const { summary } = JSON.parse(stdout) as { summary: { violations: { rule: { name: string }; from: string }[] } };
  return summary.violations.map(({ rule, from }) => `${rule.name}: ${from}`).sort();
}

const constant = 'export const a = 1;\n';

test('arrows that run the right way are allowed', () => {
  expect(
    brokenRules({
      'src/shared/model/node.ts': "import { z } from 'zod';\nexport const a = z;\n",
      'src/simulator/a.ts':
        "import { a } from '#shared/model/node';\nimport { parse } from 'yaml';\nexport const b = [a, parse];\n",
      'src/backend/a.ts':
        "import { b } from '#simulator/a';\nimport { join } from 'node:path';\nexport const c = [b, join];\n",
      'src/main/a.ts': "import { c } from '#backend/a';\nimport { app } from 'electron';\nexport const d = [c, app];\n",
      'src/renderer/features/nodes/index.ts': constant,
      'src/renderer/features/roles/index.ts': "export { a } from '../nodes';\n",
    }),
  ).toEqual([]);
});

test('each wrong arrow is named', () => {
  expect(
    brokenRules({
      'src/shared/model/node.ts': "import type { a } from '#simulator/a';\nexport type A = typeof a;\n",
      'src/simulator/a.ts': "import { join } from 'node:path';\nimport 'react';\nexport const a = join;\n",
      'src/backend/a.ts': "import { app } from 'electron';\nexport const a = app;\n",
      'src/renderer/lib/a.ts': "import { a } from '#backend/a';\nexport const b = a;\n",
      'src/renderer/ui/grid.ts': "import { a } from '../features/nodes';\nexport const b = a;\n",
      'src/renderer/features/nodes/index.ts': "export { a } from './inside';\n",
      'src/renderer/features/nodes/inside.ts': constant,
      'src/renderer/features/roles/index.ts': "export { a } from '../nodes/inside';\n",
    }),
  ).toEqual(
    [
      'arrows-of-shared: src/shared/model/node.ts',
      'pure-rooms: src/simulator/a.ts',
      'packages-of-simulator: src/simulator/a.ts',
      'electron-in-its-rooms: src/backend/a.ts',
      'arrows-of-renderer: src/renderer/lib/a.ts',
      'ui-knows-no-cluster: src/renderer/ui/grid.ts',
      'features-meet-at-their-index: src/renderer/features/roles/index.ts',
    ].sort(),
  );
});

test('a cycle and an import that leads nowhere are named', () => {
  const broken = brokenRules({
    'src/shared/a.ts': "import { b } from './b';\nexport const a = () => b;\n",
    'src/shared/b.ts': "import { a } from './a';\nimport './nowhere';\nexport const b = () => a;\n",
  });
  expect(broken).toContain('resolvable: src/shared/b.ts');
  expect(broken.some((line) => line.startsWith('no-cycles:'))).toBe(true);
});
