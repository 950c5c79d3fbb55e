// Who may import whom: the table of ARCHITECTURE.md as rules.

/**
 * For each folder of src: the folders it may import values from, those it may import types from only,
 * and the packages it may use ("node:" stands for Node's own modules; absent: any).
 */
const folders = {
  core: { values: [], packages: ['temporal-polyfill'] },
  contract: { values: ['core'], packages: ['zod'] },
  amazon: { values: ['core'] },
  store: { values: ['core'] },
  files: { values: ['core'] },
  'sign-in': { values: ['core', 'store/db.ts'] },
  vault: { values: ['core', 'store/db.ts'], packages: ['node:'] },
  flows: { values: ['core'], types: ['amazon', 'store', 'vault', 'files'], packages: [] },
  jobs: {
    values: ['core', 'flows', 'store/db.ts', 'store/due.ts', 'store/listen.ts'],
    types: ['store/queue-schema.ts'],
    packages: ['node:', 'pg-boss'],
  },
  http: {
    values: ['core', 'contract', 'flows', 'sign-in'],
    types: ['store'],
    packages: ['node:', 'fastify', '@fastify/', 'fastify-type-provider-zod', 'csv-stringify', 'hucre', 'zod'],
  },
  web: { values: ['core'] },
  cli: { values: ['core', 'main', 'flows', 'contract', 'files'], types: ['store'] },
  simulator: { values: [] },
}

/** Packages that belong to one edge; nobody else may import them. */
const homes = {
  pg: ['store', 'main'],
  'pg-boss': ['jobs', 'store', 'main'],
  nodemailer: ['main'],
  '@node-rs/argon2': ['sign-in'],
  otplib: ['sign-in', 'main'],
  '@simplewebauthn': ['sign-in'],
  uqr: ['sign-in'],
  'pg-copy-streams': ['store', 'main'],
  fastify: ['http', 'main'],
  '@sp-api-sdk': ['amazon'],
  saxes: ['amazon', 'files'],
  yauzl: ['files'],
  ajv: ['amazon'],
  yaml: ['files'],
  'csv-parse': ['files'],
  'csv-stringify': ['http', 'files'],
  hucre: ['http'],
  '@aws-sdk': ['amazon'],
}

const tests = '\\.test\\.ts$'
const literal = (text) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')

function folderRules([folder, { values, types = [], packages }]) {
  const from = { path: `^src/${folder}/`, pathNot: tests }
  const named = (names) => names.map((name) => `^src/${literal(name)}${name.endsWith('.ts') ? '$' : '/'}`)
  const own = `^src/${folder}/`
  const rules = [
    {
      name: `${folder}-values`,
      comment: `src/${folder} imports values only from: ${[folder, ...values].join(', ')}.`,
      severity: 'error',
      from,
      to: { path: '^src/', pathNot: [own, ...named(values)], dependencyTypesNot: ['type-only'] },
    },
    {
      name: `${folder}-types`,
      comment: `src/${folder} imports types only from: ${[folder, ...values, ...types].join(', ')}.`,
      severity: 'error',
      from,
      to: { path: '^src/', pathNot: [own, ...named([...values, ...types])] },
    },
  ]
  return packages ? [...rules, ...packageRules(folder, from, packages)] : rules
}

function packageRules(folder, from, packages) {
  const node = packages.includes('node:')
  const inside = (name) => `node_modules/${literal(name)}${name.endsWith('/') ? '' : '/'}`
  const known = packages.filter((name) => name !== 'node:').map(inside)
  const outside = { path: 'node_modules/', ...(known.length > 0 ? { pathNot: known } : {}) }
  const rule = (name, comment, to) => ({ name: `${folder}-${name}`, comment, severity: 'error', from, to })
  const noNode = rule('node', `src/${folder} imports nothing of Node.`, { dependencyTypes: ['core'] })
  return [
    rule('packages', `src/${folder} uses these packages only: ${packages.join(', ') || 'none'}.`, outside),
    ...(node ? [] : [noNode]),
  ]
}

function homeRule([name, folders]) {
  return {
    name: `home-of-${name.replace(/\W/g, '')}`,
    comment: `${name} is imported only by: ${folders.join(', ')}.`,
    severity: 'error',
    from: { path: '^src/', pathNot: [`^src/(${folders.join('|')})/`, tests] },
    to: { path: `node_modules/(@types/)?${literal(name)}/` },
  }
}

/** @type {import('dependency-cruiser').IConfiguration} */
export default {
  forbidden: [
    ...Object.entries(folders).flatMap(folderRules),
    ...Object.entries(homes).map(homeRule),
    {
      name: 'vault-by-main',
      comment: 'Only main opens the vault; flows reach it through deps.transaction.',
      severity: 'error',
      from: { path: '^src/', pathNot: ['^src/(vault|main)/', tests] },
      to: { path: '^src/vault/', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'main-by-cli',
      comment: 'main is imported by cli, tests and scripts only.',
      severity: 'error',
      from: { path: '^src/', pathNot: ['^src/(main|cli)/', tests] },
      to: { path: '^src/main/' },
    },
    {
      name: 'src-stands-alone',
      comment: 'The program needs nothing of tests, scripts and measurements.',
      severity: 'error',
      from: { path: '^src/', pathNot: tests },
      to: { path: '^(test|scripts|bench)/' },
    },
    {
      name: 'demo-by-main',
      comment: 'The demo is imported by cli and main only.',
      severity: 'error',
      from: { path: '^src/', pathNot: ['^src/(main|cli)/', tests] },
      to: { path: '^demo/' },
    },
    {
      name: 'no-cycles',
      comment: 'A cycle has no first file to read.',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    {
      name: 'resolvable',
      comment: 'An import that leads nowhere.',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^(\\.node|\\.cache)/' },
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
    },
  },
}
