import { type Composed, composeDeps, type Parts } from '#main/compose.ts'
import { APPLICATION } from '#main/demo/sample-merchant.ts'

type Given = Omit<Parts, 'key' | 'amazon'> & {
  readonly amazon: string
  readonly key?: Parts['key']
  /** How long its clients wait for an answer; else as long as everybody's. */
  readonly timeoutMs?: number
}

/** Millrace as the sample merchant's deployment would compose it, with a simulated Amazon at an address. */
export function programAt({ amazon, timeoutMs, ...given }: Given): Composed {
  return composeDeps({
    key: Buffer.alloc(32, 7),
    ...given,
    amazon: {
      applications: { na: APPLICATION, eu: APPLICATION, fe: APPLICATION },
      loginUrl: `${amazon}/auth/o2/token`,
      endpoints: { na: amazon, eu: amazon, fe: amazon },
      allowedHosts: [new URL(amazon).host],
      documentHosts: [new URL(amazon).host],
      userAgent: 'Millrace/test (Language=TypeScript)',
      ...(timeoutMs === undefined ? {} : { timeoutMs }),
    },
  })
}
