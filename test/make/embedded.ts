import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { pidRuns } from '#main/embedded/living.ts'
import { readPidFile } from '#main/embedded/postmaster.ts'
import { type SocketConfig, startEmbedded } from '#main/embedded/start.ts'

const CHILD = join(import.meta.dirname, 'embedded-child.ts')
const folders: string[] = []
const children: ChildProcess[] = []
let made: string | undefined

/** An empty data folder that goes at the end. */
export function newFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'mr-'))
  folders.push(folder)
  return folder
}

/** A folder with a database in it (table `kept`) that was stopped in order: a copy is quicker than making one each time. */
export async function usedFolder(folder = newFolder()): Promise<string> {
  made ??= await makeOne()
  cpSync(made, folder, { recursive: true })
  return folder
}

async function makeOne(): Promise<string> {
  const folder = newFolder()
  const server = await startEmbedded({ dataFolder: folder })
  await ask(server.configFor('millrace_owner'), 'create table kept (value text)')
  await server.stop()
  return folder
}

/** One statement on a connection of its own. */
export async function ask<Row>(config: SocketConfig, sql: string, params: unknown[] = []): Promise<Row[]> {
  const client = new pg.Client(config)
  await client.connect()
  try {
    return (await client.query(sql, params)).rows as Row[]
  } finally {
    await client.end()
  }
}

type ChildAnswer = SocketConfig & { started: boolean }

/** Starts the database from a program of its own, which can be killed. */
export function startChild(
  folder: string,
  as: { uid?: number; gid?: number; env?: NodeJS.ProcessEnv } = {},
): Promise<{ child: ChildProcess; answer: ChildAnswer }> {
  const child = spawn(process.execPath, [CHILD, folder], { ...as, stdio: ['ignore', 'pipe', 'pipe'] })
  children.push(child)
  return new Promise((resolve, reject) => {
    let errors = ''
    child.stderr?.on('data', (chunk) => {
      errors += chunk
    })
    child.stdout?.once('data', (text) => resolve({ child, answer: JSON.parse(String(text)) as ChildAnswer }))
    child.once('exit', (code) => reject(new Error(`the starter ended with ${code}: ${errors}`)))
  })
}

/** Waits for the outside world; a minute at most, since a busy machine takes many times as long as an idle one. */
export async function until(what: string, done: () => boolean): Promise<void> {
  for (let waited = 0; waited < 60_000; waited += 20) {
    if (done()) return
    await new Promise((resolve) => setTimeout(resolve, 20))
  }
  throw new Error(`waited in vain: ${what}`)
}

/** The number of the server of a data folder. */
export const serverPid = (folder: string) => readPidFile(join(folder, 'postgres'))?.pid ?? 0

/** Ends what the last test left running. */
export function killChildren(): void {
  for (const child of children.splice(0)) child.kill('SIGKILL')
}

/** Removes all folders, after their servers ended. */
export async function removeFolders(): Promise<void> {
  made = undefined
  for (const folder of folders.splice(0)) {
    const pid = serverPid(folder)
    await until('the servers end', () => !pid || !pidRuns(pid))
    rmSync(folder, { recursive: true, force: true })
  }
}

/** A PATH with all programs but setpriv. */
export function withoutSetpriv(): string {
  const folder = newFolder()
  for (const name of ['sh', 'id', 'unshare', 'true']) {
    const found = execFileSync('/bin/sh', ['-c', `command -v ${name}`], { encoding: 'utf8' }).trim()
    if (found.startsWith('/')) execFileSync('ln', ['-s', found, join(folder, name)])
  }
  return folder
}
