// Installs the packages when they are missing or the lockfile has changed since.
import { createHash } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { alone } from './alone.mjs'
import { npm } from './npm.mjs'

/** Brings `node_modules` to what package-lock.json says; costs one small read when nothing is to do. */
export function installPackages({ root, node, env }) {
  const wanted = fingerprint(root)
  if (stamped(root) === wanted) return
  alone(root, () => {
    if (stamped(root) === wanted) return
    if (!isInstalled(root)) {
      console.error(`${existsSync(join(root, 'node_modules')) ? 'Updating' : 'Installing'} packages (npm ci).`)
      npm({ node, folder: root, env })
    }
    writeFileSync(stampOf(root), wanted)
  })
}

const stampOf = (root) => join(root, 'node_modules', '.millrace-installed')

function stamped(root) {
  try {
    return readFileSync(stampOf(root), 'utf8')
  } catch {
    return undefined
  }
}

function fingerprint(root) {
  const lock = readFileSync(join(root, 'package-lock.json'))
  return `${process.platform}-${process.arch} ${createHash('sha256').update(lock).digest('hex')}`
}

/** After `npm install` by hand all is in place already: npm notes what it put there, and that equals the lockfile. */
function isInstalled(root) {
  try {
    const wanted = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')).packages
    const present = JSON.parse(readFileSync(join(root, 'node_modules', '.package-lock.json'), 'utf8')).packages
    const same = (path) => present[path]?.version === wanted[path]?.version
    const needed = Object.keys(wanted).filter((path) => path !== '' && !wanted[path].optional)
    return needed.every(same) && Object.keys(present).every(same)
  } catch {
    return false
  }
}
