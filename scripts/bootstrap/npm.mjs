// Runs `npm ci` quietly: its words are shown only when it fails.
import { spawnSync } from 'node:child_process'
import { obstacle } from './obstacle.mjs'

const quiet = ['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error']

/** Installs exactly what the folder's lockfile says. */
export function npm({ node, folder, env }) {
  // Under `npm start` npm tells where it lies itself; run by hand we take the one on PATH.
  const script = process.env.npm_execpath?.endsWith('npm-cli.js') ? process.env.npm_execpath : undefined
  const [program, args] = script ? [node, [script, ...quiet]] : ['npm', quiet]
  const done = spawnSync(program, args, {
    cwd: folder,
    env: withoutNpm(env),
    encoding: 'utf8',
    shell: !script && process.platform === 'win32',
  })
  if (done.error) throw obstacle('npm was not found. It comes with Node: please install Node 24 and start again.')
  if (done.status !== 0) {
    throw obstacle(`npm could not install the packages.\n${done.stdout}${done.stderr}`.trim())
  }
}

/** The outer npm's own words (`npm_package_json`, `npm_config_prefix`, ...) must not steer the inner one. */
function withoutNpm(env) {
  const ours = (name) => !/^npm_(package|lifecycle|command|node|config_(local_)?prefix)/i.test(name)
  return Object.fromEntries(Object.entries(env).filter(([name]) => ours(name)))
}
