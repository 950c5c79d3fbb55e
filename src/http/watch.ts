/** How a process is: `ok`, or what is wrong; whoever asks needs no key, so nothing more is told (X5). */
export type Readiness = {
  readonly database: 'ok' | 'away'
  /** `newer`: a newer version has brought them up to date already, and this one goes on until it is exchanged. */
  readonly tables: 'ok' | 'newer' | 'behind' | 'unknown'
  readonly key: 'ok' | 'wrong' | 'unknown'
  /** Whether a worker was seen within a minute: pages work without one, so this is told and does not count. */
  readonly worker: 'ok' | 'silent' | 'unknown'
}

/** An answer, for the metrics: which route, how it ended, how long it took. */
export type Answered = {
  readonly method: string
  readonly route: string
  readonly status: number
  readonly seconds: number
}

/** What the running program tells of itself. */
export type Watch = {
  readiness(): Promise<Readiness>
  onAnswer(answered: Answered): void
  /** True for the token that opens the metrics; false for everything where none is set. */
  isToken(text: string): boolean
  /** Whether there is a token at all. */
  readonly isOn: boolean
  ofProcess(): Promise<string>
  ofDeployment(): Promise<string>
}
