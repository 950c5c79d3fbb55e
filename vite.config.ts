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
  },
})
