import { existsSync } from 'node:fs'
import { defineConfig } from 'vitest/config'

const globalSetup = ['test/global-setup.ts'].filter((file) => existsSync(new URL(file, import.meta.url)))

export default defineConfig({
  test: {
    include: ['src/**/*.test.ts', 'test/**/*.test.ts'],
    exclude: ['test/browser/**', '**/node_modules/**'],
    globalSetup,
    setupFiles: ['test/record-statements.ts'],
    pool: 'forks',
    maxWorkers: 2,
    // All files of a worker share one load of the program: nothing may be left behind in it.
    isolate: false,
    // A busy machine takes many times as long as an idle one.
    testTimeout: 180_000,
    hookTimeout: 180_000,
    // A test left with `.only` would silence the others: refused everywhere, not only in CI.
    allowOnly: false,
    restoreMocks: true,
  },
})
