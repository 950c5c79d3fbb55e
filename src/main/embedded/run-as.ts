import { type ChildProcess, type SpawnOptions, spawn, spawnSync } from 'node:child_process'
import { chownSync, lstatSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { EmbeddedRefusal, USE_YOUR_OWN } from './refusal.ts'

/** As whom PostgreSQL runs: it refuses to run as root. */
export type RunAs = {
  readonly login: { readonly uid?: number; readonly gid?: number }
  /** Words before the command. */
  readonly prefix: readonly string[]
  /** Who must own the data folder; nothing is changed when undefined. */
  readonly owner?: { readonly uid: number; readonly gid: number }
}

const UNSHARE = ['unshare', '--user', '--map-user=65534', '--map-group=65534', '--']

/** Finds a way to run `postgres` that works here: as ourselves, else as `nobody`, else in a user namespace. */
export function chooseRunAs(postgres: string, dataFolder: string): RunAs {
  if (process.getuid?.() !== 0) return { login: {}, prefix: [] }
  const nobody = idOfNobody()
  if (nobody && canUse(nobody, postgres, dataFolder)) return { login: nobody, prefix: [], owner: nobody }
  const [command = '', ...words] = [...UNSHARE, postgres, '--version']
  if (spawnSync(command, words, { cwd: '/', env: cleanEnv() }).status === 0) {
    return { login: {}, prefix: UNSHARE, owner: { uid: 0, gid: 0 } }
  }
  const why =
    'PostgreSQL refuses to run as root, the user nobody cannot enter the program or data folder, and this system allows no user namespace.'
  throw new EmbeddedRefusal(`${why} Start Millrace as a normal user. Otherwise: ${USE_YOUR_OWN}`)
}

function idOfNobody(): { uid: number; gid: number } | undefined {
  const read = (flag: string) =>
    Number(spawnSync('id', [flag, 'nobody'], { encoding: 'utf8' }).stdout?.trim() || Number.NaN)
  const [uid, gid] = [read('-u'), read('-g')]
  return Number.isInteger(uid) && Number.isInteger(gid) ? { uid, gid } : undefined
}

function canUse(login: { uid: number; gid: number }, postgres: string, dataFolder: string): boolean {
  const words = ['-c', '"$0" --version >/dev/null && cd "$1"', postgres, dataFolder]
  return spawnSync('/bin/sh', words, { ...login, cwd: '/', env: cleanEnv(), stdio: 'ignore' }).status === 0
}

/** The server gets no secret of ours, and no PG* setting of the person who starts it. */
export function cleanEnv(): NodeJS.ProcessEnv {
  return { PATH: process.env.PATH, LC_ALL: 'C', TZ: 'UTC' }
}

/** Starts a program as chosen. */
export function spawnAs(runAs: RunAs, command: readonly string[], options: SpawnOptions): ChildProcess {
  const [program = '', ...words] = [...runAs.prefix, ...command]
  return spawn(program, words, { cwd: '/', env: cleanEnv(), ...runAs.login, ...options })
}

/** A normal user cannot take over what belongs to another; root can. */
export function refuseForeign(folder: string, { owner }: RunAs): void {
  const { uid } = lstatSync(folder)
  if (owner || uid === process.getuid?.()) return
  throw new EmbeddedRefusal(
    `The database folder ${folder} belongs to another user (number ${uid}). Start Millrace as that user, or give the folder to yours.`,
  )
}

/** Gives a folder and all in it to whom PostgreSQL runs as; the start may have changed between root and a normal user. */
export function giveFolder(folder: string, runAs: RunAs): void {
  refuseForeign(folder, runAs)
  if (runAs.owner && lstatSync(folder).uid !== runAs.owner.uid) chownAll(folder, runAs.owner)
}

function chownAll(path: string, owner: { uid: number; gid: number }): void {
  const entry = lstatSync(path)
  if (entry.isSymbolicLink()) return
  if (entry.isDirectory()) for (const name of readdirSync(path)) chownAll(join(path, name), owner)
  // The folder itself comes last: until then the next start sees the old owner and goes through it again.
  chownSync(path, owner.uid, owner.gid)
}
