/** The layers of the house: who may import whom. `docs/architecture.md` says why. */
const rule = (name, comment, from, to) => ({ name, comment, severity: 'error', from, to });

// dependency-cruiser hands .tsx files to swc as plain TypeScript, which cannot read JSX.
const swc = require('@swc/core');
const parseFileSync = swc.parseFileSync;
swc.parseFileSync = (file, options) => parseFileSync(file, { ...options, tsx: file.endsWith('.tsx') });

module.exports = {
  forbidden: [
    rule('no-cycles', 'A cycle means two files are one file, or a third is missing.', {}, { circular: true }),
    rule(
      'shared-is-pure',
      'shared/ runs anywhere: it knows neither Node nor the DOM side.',
      { path: '^shared/' },
      { path: '^(electron|renderer|tests|scripts)/' },
    ),
    rule(
      'shared-has-no-node',
      'Node built-ins are not in a browser.',
      { path: '^shared/' },
      { dependencyTypes: ['core'] },
    ),
    rule(
      'shared-packages',
      'shared/ takes only packages that run anywhere.',
      { path: '^shared/' },
      { path: 'node_modules', pathNot: 'node_modules/(zod|i18next)/' },
    ),
    rule(
      'renderer-sees-no-node',
      'The renderer reaches Node only through the preload bridge.',
      { path: '^renderer/' },
      { path: '^(electron|tests|scripts)/' },
    ),
    rule(
      'renderer-has-no-node',
      'Node built-ins are not in the window.',
      { path: '^renderer/' },
      { dependencyTypes: ['core'] },
    ),
    rule(
      'electron-sees-no-renderer',
      'Node code never imports the window.',
      { path: '^electron/' },
      { path: '^(renderer|tests|scripts)/' },
    ),
    rule(
      'hub-and-point-are-strangers',
      'The hub must run without the point and without Electron.',
      { path: '^electron/province/' },
      { path: '^electron/(point|shell|checks)/|node_modules/electron/' },
    ),
    rule(
      'point-does-not-know-the-hub',
      'They meet only in shared/protocol.',
      { path: '^electron/point/' },
      { path: '^electron/(province|shell)/' },
    ),
    rule(
      'paper-knows-no-record',
      'Drawing pages knows the description of a document, not what it is about: both roles use it.',
      { path: '^electron/pdf/' },
      { path: '^(electron|shared)/', pathNot: '^electron/pdf/|^shared/(document/|assert-never)' },
    ),
    rule(
      'console-speaks-http',
      'The console also runs in a plain browser: no bridge.',
      { path: '^renderer/province/' },
      { path: '^renderer/(point|checks)/' },
    ),
    rule(
      'checks-are-strangers',
      'One check never imports another; how devices are opened and read is common to them.',
      { path: '^(shared|renderer|electron)/checks/([^/]+)/' },
      {
        path: '^(shared|renderer|electron)/checks/([^/]+)/',
        pathNot: '^(shared|renderer|electron)/checks/$2/|^renderer/checks/media/',
      },
    ),
    rule(
      'only-main-and-shell-import-electron',
      'The rest of the Node side also runs in plain Node.',
      { path: '^electron/', pathNot: '^electron/(main|preload)\\.ts$|^electron/shell/' },
      { path: 'node_modules/electron/' },
    ),
    rule(
      'nothing-unresolved',
      'Every import must exist.',
      {},
      { couldNotResolve: true, pathNot: '^(electron$|node:sqlite$|virtual:)' },
    ),
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '\\.(css|svg|png)$' },
    parser: 'swc',
    tsPreCompilationDeps: true,
    enhancedResolveOptions: {
      extensions: ['.ts', '.tsx', '.js', '.mjs', '.cjs', '.json'],
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default'],
    },
  },
};
