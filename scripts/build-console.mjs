// Builds the console into dist/web, for images and packages: `npm start` does it by itself.
import { dirname } from 'node:path'
import { fileURLToPath } from 'node:url'
import { buildConsole } from './bootstrap/build-console.mjs'

await buildConsole({ root: dirname(dirname(fileURLToPath(import.meta.url))), node: process.execPath, env: process.env })
