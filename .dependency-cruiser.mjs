/** The arrows of docs/architecture.md: shared <- simulator <- backend <- main and cli; shared <- preload, renderer. */

/** Tests, and what only they use. */
const tests = '\\.test\\.tsx?$|/testing/';
const core = { dependencyTypes: ['core'] };

/** @param {string} room @param {string[]} allowed */
const arrow = (room, allowed) => ({
  name: `arrows-of-${room}`,
  comment: `src/${room} may import only itself${allowed.map((name) => `, src/${name}`).join('')} of our rooms.`,
  severity: 'error',
  from: { path: `^src/${room}/`, pathNot: tests },
  to: { path: '^(src|tests|scripts|bench)/', pathNot: `^src/(${[room, ...allowed].join('|')})/` },
});

/** @param {string} room @param {string} packages */
const packagesOf = (room, packages) => ({
  name: `packages-of-${room}`,
  comment: `src/${room} may use only these packages: ${packages}.`,
  severity: 'error',
  // What helps only tests lies in folders called testing.
  from: { path: `^src/${room}/`, pathNot: [tests, '/testing/'] },
  to: { path: '(^|/)node_modules/', pathNot: `(^|/)node_modules/(${packages})/` },
});

export default {
  forbidden: [
    {
      name: 'no-cycles',
      comment: 'Two files that need each other are one, or miss a third.',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    {
      name: 'resolvable',
      comment: 'The import leads nowhere.',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true },
    },
    arrow('shared', []),
    arrow('simulator', ['shared']),
    arrow('backend', ['shared', 'simulator']),
    arrow('main', ['shared', 'simulator', 'backend']),
    arrow('cli', ['shared', 'simulator', 'backend']),
    arrow('preload', ['shared']),
    arrow('renderer', ['shared']),
    packagesOf('shared', 'zod'),
    packagesOf('simulator', 'zod|yaml|@noble/hashes'),
    {
      name: 'pure-rooms',
      comment: 'Shared, simulator and renderer run without Node.',
      severity: 'error',
      from: { path: '^src/(shared|simulator|renderer)/', pathNot: tests },
      to: core,
    },
    {
      name: 'electron-in-its-rooms',
      comment: 'Electron belongs to src/main and src/preload.',
      severity: 'error',
      from: { path: '^src/(shared|simulator|backend|cli|renderer)/' },
      to: { path: '(^electron$|(^|/)node_modules/electron/)' },
    },
    {
      name: 'ui-knows-no-cluster',
      comment: 'Widgets of renderer/ui know no feature, no shell and no cluster.',
      severity: 'error',
      from: { path: '^src/renderer/ui/' },
      to: { path: '^src/(renderer/(features|app)/|renderer/lib/cluster-|shared/(model|commands|contract)/)' },
    },
    {
      name: 'lib-below-features',
      comment: 'renderer/lib stands below widgets, features and the shell.',
      severity: 'error',
      from: { path: '^src/renderer/lib/', pathNot: tests },
      to: { path: '^src/renderer/(features|app|ui)/' },
    },
    {
      name: 'features-meet-at-their-index',
      comment: 'A feature uses another one only through its index.ts.',
      severity: 'error',
      from: { path: '^src/renderer/features/([^/]+)/' },
      to: { path: '^src/renderer/features/', pathNot: '^src/renderer/features/($1/|[^/]+/index\\.tsx?$)' },
    },
    {
      name: 'shell-uses-features-by-index',
      comment: 'The shell uses a feature only through its index.ts.',
      severity: 'error',
      from: { path: '^src/renderer/', pathNot: '^src/renderer/features/' },
      to: { path: '^src/renderer/features/', pathNot: '^src/renderer/features/[^/]+/index\\.tsx?$' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.base.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'browser', 'default', 'types'],
      extensions: ['.ts', '.tsx', '.mjs', '.js', '.cjs', '.json', '.css'],
    },
  },
};
