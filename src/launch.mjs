// The launcher: plain JavaScript without dependencies, because it runs before anything is installed.
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { handOver, sure } from './launch/child.mjs'
import { adminIsStale, compileAdmin, compileServer } from './launch/compile.mjs'
import { bin, prepareEnvironment } from './launch/environment.mjs'
import { install } from './launch/install.mjs'

const verbs = {
  start() {
    install()
    compileServer()
    // A wrong setting should be told at once, not after a minute of building.
    if (adminIsStale()) sure(process.execPath, ['dist/main.js', '--check'])
    compileAdmin()
    handOver(process.execPath, ['dist/main.js', ...rest])
  },
  dev() {
    install()
    handOver(bin('tsx'), ['watch', '--exclude', 'var/**', 'src/main.ts'])
  },
  build() {
    install()
    compileServer()
    compileAdmin()
  },
  cli() {
    install()
    compileServer()
    handOver(process.execPath, ['dist/cli.js', ...rest])
  },
  /** Runs one TypeScript file of ours, for benches and scripts. */
  run() {
    install()
    handOver(bin('tsx'), rest)
  },
  generate() {
    install()
    const scratch = mkdtempSync(path.join(tmpdir(), 'mingbai-generate-'))
    process.env.PAYLOAD_SECRET ||= 'for generating files only, signs nothing'
    process.env.DATABASE_URL = `file:${path.join(scratch, 'empty.db')}`
    handOver(bin('tsx'), ['src/cli/generate.ts', ...rest])
  },
}

const [verb = 'start', ...rest] = process.argv.slice(2)
prepareEnvironment()
process.env.NODE_ENV ||= verb === 'dev' ? 'development' : 'production'
if (!verbs[verb]) {
  console.error(`unknown: ${verb}; one of ${Object.keys(verbs).join(', ')}`)
  process.exit(2)
}
verbs[verb]()
