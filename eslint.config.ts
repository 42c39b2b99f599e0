import { fileURLToPath } from 'node:url';
import { defineConfig, globalIgnores } from 'eslint/config';
import reactHooks from 'eslint-plugin-react-hooks';
import tseslint from 'typescript-eslint';

const noEnum = { selector: 'TSEnumDeclaration', message: 'Write a union of string literals instead of an enum.' };
const noDefaultExport = { selector: 'ExportDefaultDeclaration', message: 'Export by name.' };
const noModuleState = {
  selector: ':matches(Program, ExportNamedDeclaration) > VariableDeclaration:matches([kind="let"], [kind="var"])',
  message: 'No mutable state at module level: keep it in a value that a composition root creates.',
};
const habits = [noEnum, noDefaultExport, noModuleState];

const electronMessage = 'Electron belongs to src/main and src/preload.';
const ipcMessage = 'ipcRenderer belongs to src/preload: use the API that it exposes.';

export default defineConfig(
  globalIgnores(['node_modules/', 'out/', 'coverage/', '.cache/', 'test-results/', 'playwright-report/']),
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },

  {
    files: ['**/*.{ts,tsx}'],
    extends: [tseslint.configs.strictTypeChecked],
    languageOptions: {
      parserOptions: { projectService: true, tsconfigRootDir: fileURLToPath(new URL('.', import.meta.url)) },
    },
    rules: {
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/prefer-readonly': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
      '@typescript-eslint/no-misused-promises': ['error', { checksVoidReturn: { attributes: false } }],
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      eqeqeq: 'error',
      'no-restricted-syntax': ['error', ...habits],
      'no-restricted-imports': ['error', { paths: [{ name: 'electron', message: electronMessage }] }],
      'max-lines': ['error', { max: 300 }],
    },
  },

  {
    files: ['src/main/**/*.ts'],
    rules: {
      'no-restricted-imports': [
        'error',
        { paths: [{ name: 'electron', importNames: ['ipcRenderer'], message: ipcMessage }] },
      ],
    },
  },
  { files: ['src/preload/**/*.ts', 'tests/**/*.ts', 'bench/**/*.ts'], rules: { 'no-restricted-imports': 'off' } },

  {
    files: ['src/shared/**/*.ts', 'src/simulator/**/*.ts'],
    ignores: ['**/*.test.ts'],
    rules: {
      'no-restricted-globals': [
        'error',
        ...['setTimeout', 'setInterval', 'setImmediate', 'queueMicrotask', 'performance', 'crypto', 'process'].map(
          (name) => ({ name, message: 'Shared and simulator are pure: time and chance come in as values.' }),
        ),
      ],
      'no-restricted-properties': [
        'error',
        { object: 'Date', property: 'now', message: 'Take the time as a value.' },
        { object: 'Math', property: 'random', message: 'Take chance from the seeded generator.' },
      ],
      'no-restricted-syntax': [
        'error',
        ...habits,
        { selector: 'NewExpression[callee.name="Date"][arguments.length=0]', message: 'Take the time as a value.' },
      ],
    },
  },

  {
    files: ['src/renderer/**/*.{ts,tsx}'],
    extends: [reactHooks.configs.flat['recommended-latest']],
    rules: {
      // TanStack Table and Virtual are known to be skipped by the React compiler, which Regroup does not use.
      'react-hooks/incompatible-library': 'off',
    },
  },

  {
    files: ['**/*.test.{ts,tsx}', 'tests/**/*.ts', 'bench/**/*.ts'],
    rules: {
      'max-lines': 'off',
      // Tests share what beforeEach makes.
      'no-restricted-syntax': ['error', noEnum, noDefaultExport],
      'no-restricted-properties': [
        'error',
        { property: 'waitForTimeout', message: 'Wait for what the user would see, not for time.' },
      ],
    },
  },

  { files: ['*.config.ts', 'tests/support/rules-reporter.ts'], rules: { 'no-restricted-syntax': ['error', noEnum] } },

  {
    files: ['**/*.mjs', '**/*.cjs', '**/*.js'],
    extends: [tseslint.configs.recommended],
    rules: { eqeqeq: 'error', 'no-restricted-syntax': ['error', noDefaultExport, noModuleState] },
  },
  {
    files: ['**/*.cjs'],
    languageOptions: { sourceType: 'commonjs' },
    rules: { '@typescript-eslint/no-require-imports': 'off' },
  },
  { files: ['.dependency-cruiser.mjs'], rules: { 'no-restricted-syntax': 'off' } },
);
