import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'

/** Builds the console of src/web into dist/web, where the server finds it. */
export default defineConfig({
  root: 'src/web',
  base: '/',
  plugins: [react()],
  build: {
    outDir: '../../dist/web',
    emptyOutDir: true,
    target: 'es2023',
    // Files are named by their content, so a browser may keep them for ever; one of them inlined would need a weaker policy.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    rolldownOptions: {
      // Rules are pure: what of them no page uses need not come along.
      // What a dozen pages share comes as one file: each page would ask for twenty small ones.
      output: {
        codeSplitting: {
          groups: [
            { name: 'first', tags: ['$initial'], priority: 1 },
            { name: 'often', minShareCount: 12, includeDependenciesRecursively: false },
          ],
        },
      },
      treeshake: { moduleSideEffects: (id) => !id.includes('/src/core/') },
    },
  },
})
