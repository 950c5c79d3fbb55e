import { defineConfig } from 'vitest/config'
import usual from './vitest.config.ts'

const { CHAOS_SEED: seed = String(Date.now()), CHAOS_KILLS: kills = '200', CHAOS_ONE_IN: oneIn = '1' } = process.env

export default defineConfig({
  test: {
    ...usual.test,
    include: ['test/chaos/*.chaos.ts'],
    provide: { chaos: { seed, kills: Number(kills), oneIn: Number(oneIn) } },
  },
})
