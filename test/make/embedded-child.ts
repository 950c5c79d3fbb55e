import { startEmbedded } from '#main/embedded/start.ts'

// Started by the tests as a program of its own, so that it can be killed.
const server = await startEmbedded({ dataFolder: process.argv[2] ?? '' })
console.log(JSON.stringify({ started: server.started, ...server.configFor('millrace_owner') }))
process.on('SIGTERM', () => void server.stop().then(() => process.exit(0)))
setInterval(() => {}, 60_000)
