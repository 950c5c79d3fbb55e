import { defineConfig } from 'vitest/config'
import usual from './vitest.config.ts'

const usually = { seed: String(Date.now()), kills: 200, oneIn: 1, months: 3, skus: 100 }
const chaos = { ...usually, ...JSON.parse(process.env.CHAOS ?? '{}') }

export default defineConfig({
  test: {
    ...usual.test,
    include: ['test/chaos/*.chaos.ts'],
    provide: { chaos },
  },
})
