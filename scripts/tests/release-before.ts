// Finds the version that an update would begin with: the last commit whose tables are older than ours.
import { spawnSync } from 'node:child_process'

/** Which commit that is; or why there is none. */
export type ReleaseBefore = { readonly commit: string } | { readonly why: string }

/** What a version has whose processes can be exchanged one by one. */
const APART = 'src/http/watch-app.ts'

/** The commit asked for, else the last one that lacks migrations of ours and has no others. */
export function releaseBefore(root: string, asked?: string): ReleaseBefore {
  const git = (...words: string[]): string | null => {
    const { status, stdout } = spawnSync('git', words, { cwd: root, encoding: 'utf8', maxBuffer: 64 * 1024 ** 2 })
    return status === 0 ? stdout.trim() : null
  }
  // A checkout without a history of its own may lie inside another one's.
  if (git('rev-parse', '--show-prefix') !== '') return { why: 'there is no history of git here' }
  const tablesOf = (commit: string) => git('ls-tree', commit, 'migrations/')?.split('\n') ?? []
  const ours = tablesOf('HEAD')
  const isBefore = (commit: string) => {
    const theirs = tablesOf(commit)
    return theirs.length < ours.length && theirs.every((row, n) => row === ours[n])
  }
  if (asked !== undefined) {
    const commit = git('rev-parse', '--verify', '--quiet', `${asked}^{commit}`)
    if (commit === null) return { why: `${asked} is no commit of this history` }
    if (git('cat-file', '-e', `${commit}:${APART}`) === null)
      return { why: `${asked} has no web and worker that tell how they are: an update stops it` }
    return isBefore(commit)
      ? { commit }
      : { why: `${asked} has the tables of ours already, or others than ours once were` }
  }
  const changes = git('log', '--format=%H', 'HEAD', '--', 'migrations')?.split('\n') ?? []
  const commit = changes.flatMap((each) => git('rev-parse', '--verify', '--quiet', `${each}^`) ?? []).find(isBefore)
  return commit === undefined ? { why: 'the history does not reach back to older tables' } : { commit }
}
