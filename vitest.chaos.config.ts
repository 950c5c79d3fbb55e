import { defineConfig } from 'vitest/config'
import { BaseSequencer, type TestSpecification } from 'vitest/node'
import usual from './vitest.config.ts'

const usually = { seed: String(Date.now()), kills: 200, oneIn: 1, months: 3, skus: 100, from: '' }
const chaos = { ...usually, ...JSON.parse(process.env.CHAOS ?? '{}') }

/** The months take longest and come first: all else runs beside them. */
class MonthsFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const isMonth = ({ moduleId }: TestSpecification) => Number(moduleId.endsWith('month.chaos.ts'))
    return (await super.sort(files)).toSorted((one, other) => isMonth(other) - isMonth(one))
  }
}

export default defineConfig({
  test: {
    ...usual.test,
    include: ['test/chaos/*.chaos.ts'],
    sequence: { sequencer: MonthsFirst },
    provide: { chaos },
  },
})
