/** The arrows of docs/architecture.md: entrypoints -> components -> utils, no circles, analysis without a browser. */
const PURE = '^utils/(conversation|analysis|coaching|suggestions|practice|review|schema)';

module.exports = {
  forbidden: [
    {
      name: 'no-circles',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'utils-stand-alone',
      severity: 'error',
      from: { path: '^utils/' },
      to: { path: '^(components|entrypoints|scripts|tests)/' },
    },
    {
      name: 'components-below-entrypoints',
      severity: 'error',
      from: { path: '^components/' },
      to: { path: '^(entrypoints|scripts|tests)/' },
    },
    {
      name: 'pure-rooms-know-no-browser',
      severity: 'error',
      from: { path: PURE },
      to: {
        path: '(^utils/(messaging|storage|platform)/|wxt|webextension-polyfill|^node_modules/(react|chart\\.js|zustand))',
      },
    },
    {
      name: 'reader-stays-light',
      comment:
        'What a host page loads must not pull in the worker, the interface or the language model client.',
      severity: 'error',
      from: { path: '^entrypoints/chat-reader/' },
      to: {
        path: '(^components/|^utils/(analysis|suggestions|llm|storage|privacy)/|^node_modules/(react|openai|chart\\.js))',
        reachable: true,
      },
    },
    {
      name: 'no-orphans',
      severity: 'error',
      from: { orphan: true, path: '^(components|utils)/', pathNot: '\\.d\\.ts$' },
      to: {},
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'default'] },
  },
};
