// The launcher: plain JavaScript without dependencies, because it runs before anything is installed.
import { spawnSync, spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'

const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)))
process.chdir(root)
const [verb = 'start', ...rest] = process.argv.slice(2)
const bin = (name) => path.join(root, 'node_modules', '.bin', name)

if (existsSync('.env')) process.loadEnvFile('.env')
process.env.NODE_ENV ||= verb === 'dev' ? 'development' : 'production'
process.env.DISABLE_PAYLOAD_HMR = 'true'
process.env.NEXT_TELEMETRY_DISABLED = '1'
// Lexical's entry for plain Node awaits a dynamic import at top level and hangs in about one start of four (Node 20);
// the `production` condition names the file directly. Children inherit it.
process.env.NODE_OPTIONS = `${process.env.NODE_OPTIONS ?? ''} --conditions=production`.trim()

const verbs = {
  start() {
    install()
    build()
    run(process.execPath, ['dist/main.js', ...rest])
  },
  dev() {
    install()
    run(bin('tsx'), ['watch', '--exclude', 'var/**', 'src/main.ts'])
  },
  build() {
    install()
    build()
  },
  cli() {
    install()
    build({ admin: false })
    run(process.execPath, ['dist/cli.js', ...rest])
  },
  /** Runs one TypeScript file of ours, for benches and scripts. */
  run() {
    install()
    run(bin('tsx'), rest)
  },
  generate() {
    install()
    const scratch = mkdtempSync(path.join(tmpdir(), 'mingbai-generate-'))
    process.env.DATABASE_URL = `file:${path.join(scratch, 'empty.db')}`
    run(bin('tsx'), ['src/cli/generate.ts', ...rest])
  },
}

if (!verbs[verb]) {
  console.error(`unknown: ${verb}; one of ${Object.keys(verbs).join(', ')}`)
  process.exit(2)
}
verbs[verb]()

/** Installs what the lockfile names, only when it changed. */
function install() {
  const mark = 'node_modules/.mingbai-lock'
  const key = hashOf(['package.json', 'package-lock.json'])
  if (existsSync(mark) && readFileSync(mark, 'utf8') === key) return
  if (existsSync('node_modules/.package-lock.json') && upToDate()) return void writeFileSync(mark, key)
  say('安装依赖 / installing packages')
  const result = spawnSync('npm', ['ci', '--include=dev', '--no-audit', '--no-fund'], {
    stdio: 'inherit',
    env: { ...process.env, NODE_ENV: 'development' },
  })
  if (result.status !== 0) process.exit(result.status ?? 1)
  writeFileSync(mark, key)
}

/** Whether somebody already ran `npm ci` on this lockfile. */
function upToDate() {
  return statSync('node_modules/.package-lock.json').mtimeMs >= statSync('package-lock.json').mtimeMs
}

/** Compiles the server (esbuild, plain JavaScript) and the admin (Next), each only when its sources changed. */
function build({ admin = true } = {}) {
  mkdirSync('dist', { recursive: true })
  const sources = ['src', 'collections', 'media', 'campaigns', 'package-lock.json', 'next.config.mjs']
  const key = hashOf(sources, process.env.BASE_PATH ?? '')
  const stale = (mark) => !existsSync(mark) || readFileSync(mark, 'utf8') !== key
  if (stale('dist/.server-key')) {
    say('编译服务端 / compiling the server')
    sure(process.execPath, ['src/build.mjs'])
    writeFileSync('dist/.server-key', key)
  }
  if (admin && stale('dist/.admin-key')) {
    say('编译管理端 / compiling the admin')
    sure(bin('next'), ['build'])
    writeFileSync('dist/.admin-key', key)
  }
}

function hashOf(entries, salt = '') {
  const hash = createHash('sha256').update(salt)
  const walk = (entry) => {
    if (statSync(entry).isDirectory()) for (const name of readdirSync(entry).sort()) walk(path.join(entry, name))
    else hash.update(entry).update(readFileSync(entry))
  }
  for (const entry of entries) if (existsSync(entry)) walk(entry)
  return hash.digest('hex')
}

function sure(command, args) {
  const result = spawnSync(command, args, { stdio: 'inherit' })
  if (result.status !== 0) process.exit(result.status ?? 1)
}

/** Hands over to the child: its signals, its exit code. */
function run(command, args) {
  const child = spawn(command, args, { stdio: 'inherit' })
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal))
  child.on('exit', (code, signal) => process.exit(signal ? 128 : (code ?? 1)))
}

function say(text) {
  console.log(`\n> ${text}`)
}
