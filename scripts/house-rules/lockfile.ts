// The lockfile is good on every machine: it holds the packages of all platforms, and no registry's address.
import type { Finding } from './source-file.ts'

/** One package in package-lock.json, as far as we read it. */
type Locked = {
  readonly version?: string
  readonly dev?: boolean
  readonly optionalDependencies?: Readonly<Record<string, string>>
}

/** package-lock.json, as far as we read it. */
export type Lockfile = { readonly packages: Readonly<Record<string, Locked>> }

/** No address of a registry in package-lock.json or .npmrc. */
export function noRegistry(path: string, text: string): Finding[] {
  const hasAddress = /"resolved"\s*:\s*"https?:/.test(text) || /^\s*(@[^=]*:)?registry\s*=/m.test(text)
  return hasAddress ? [{ at: path, sentence: 'names the address of a registry.' }] : []
}

/** Packages of other platforms that npm left out; `npm ci` refuses a lockfile without them. */
export function unlockedPlatforms({ packages }: Lockfile): { name: string; version: string; dev: boolean }[] {
  return Object.entries(packages).flatMap(([path, { optionalDependencies = {}, dev = false }]) =>
    Object.entries(optionalDependencies)
      .filter(([name]) => !(`node_modules/${name}` in packages || `${path}/node_modules/${name}` in packages))
      .map(([name, version]) => ({ name, version, dev })),
  )
}

/** A sentence for each package of another platform that the lockfile leaves out. */
export function wholeLockfile(lockfile: Lockfile): Finding[] {
  return unlockedPlatforms(lockfile).map(({ name }) => ({
    at: 'package-lock.json',
    sentence: `leaves out ${name}: run \`node scripts/complete-lockfile.ts\`.`,
  }))
}

const systems = /\b(android|darwin|freebsd|linux|openharmony|win32)\b/
const processors = /\b(arm64|arm|ia32|ppc64|riscv64|s390x|x64)\b/

/** The lockfile with the packages of all platforms; what each fits is read from its name. */
export function completed(lockfile: Lockfile): Lockfile {
  const added = unlockedPlatforms(lockfile).map(({ name, version, dev }) => {
    const entry = {
      version,
      ...member('cpu', processors.exec(name)?.[0]),
      ...(dev ? { dev } : {}),
      ...member('libc', libraryOf(name)),
      optional: true,
      ...member('os', systems.exec(name)?.[0]),
    }
    return [`node_modules/${name}`, entry] as const
  })
  const sorted = [...Object.entries(lockfile.packages), ...added].sort(([a], [b]) => a.localeCompare(b, 'en'))
  return { ...lockfile, packages: Object.fromEntries(sorted) }
}

function member(key: string, value: string | undefined): Readonly<Record<string, string[]>> {
  return value ? { [key]: [value] } : {}
}

function libraryOf(name: string): string | undefined {
  if (!name.includes('linux')) return undefined
  return name.includes('musl') ? 'musl' : 'glibc'
}
