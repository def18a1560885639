// The rooms and their arrows (docs/architecture.md). One line per room: what it may import.
const ROOMS = {
  core: [],
  subjects: ['core'],
  sheets: ['core', 'subjects'],
  evidence: ['core', 'subjects'],
  extract: ['core', 'evidence'],
  text: ['core'],
  collect: ['core', 'subjects', 'evidence', 'extract'],
  checks: ['core', 'subjects', 'evidence', 'sheets', 'text'],
  ledger: ['core', 'subjects', 'sheets'],
  disclosure: ['core', 'subjects'],
  notice: ['core'],
  store: ['core', 'subjects', 'sheets', 'evidence', 'extract', 'text', 'collect', 'checks', 'ledger', 'disclosure', 'notice'],
  app: ['core', 'subjects', 'sheets', 'evidence', 'extract', 'text', 'collect', 'checks', 'ledger', 'disclosure', 'notice', 'store'],
  contract: ['core'],
  server: ['app', 'store', 'contract', 'core'],
  cli: ['app', 'core'],
};
const TESTS = '\\.test\\.tsx?$';


module.exports = {
  forbidden: [
    { name: 'not-to-unresolvable', severity: 'error', from: {}, to: { couldNotResolve: true } },
    ...Object.entries(ROOMS).map(([room, allowed]) => ({
      name: `room-${room}`,
      severity: 'error',
      from: { path: `^src/${room}/`, pathNot: TESTS },
      to: { path: '^(src|web|tests|bench)/', pathNot: `^src/(${[room, ...allowed].join('|')})/` },
    })),
    { name: 'web-knows-contract-and-core', severity: 'error', from: { path: '^web/', pathNot: TESTS }, to: { path: '^src/', pathNot: '^src/(contract|core)/' } },
    {
      name: 'pure-rooms-touch-no-world',
      severity: 'error',
      from: { path: '^src/(core|subjects|sheets|extract|text|checks|ledger|disclosure|notice)/', pathNot: TESTS },
      to: { path: '^(node:)?(net|http|https|dns|tls|dgram|child_process|worker_threads|cluster)$' },
    },
    { name: 'source-not-to-tests', severity: 'error', from: { pathNot: `(${TESTS}|^tests/|^bench/)` }, to: { path: `(${TESTS}|^tests/|^bench/)` } },
  ],
  options: {
    parser: 'swc',
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'node', 'default'], extensions: ['.ts', '.tsx', '.js', '.mjs', '.cjs', '.json'] },
  },
};
