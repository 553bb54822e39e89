import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { say, sure } from './child.mjs'
import { bin } from './environment.mjs'
import { hashOf } from './hash.mjs'

const SOURCES = ['src', 'collections', 'media', 'campaigns', 'package-lock.json']

/** Compiles the server into plain JavaScript (esbuild, under a second), only when its sources changed. */
export function compileServer() {
  unlessBuilt('dist/.server-key', hashOf(SOURCES), () => {
    say('编译服务端 / compiling the server')
    sure(process.execPath, ['src/build.mjs'])
  })
}

/** Whether the admin has to be built. Next bakes BASE_PATH into it, so that belongs to the key. */
export const adminIsStale = () => !built('dist/.admin-key', adminKey())

/** Compiles the admin (Next, about a minute), only when its sources changed. */
export function compileAdmin() {
  unlessBuilt('dist/.admin-key', adminKey(), () => {
    say('编译管理端（约一分钟） / compiling the admin (about a minute)')
    sure(bin('next'), ['build'], { env: { ...process.env, NODE_ENV: 'production' } })
  })
}

const adminKey = () => hashOf([...SOURCES, 'next.config.mjs'], process.env.BASE_PATH ?? '')

const built = (mark, key) => existsSync(mark) && readFileSync(mark, 'utf8') === key

/** A mark stands only beside a whole result: it goes before the work and comes back after it. */
function unlessBuilt(mark, key, work) {
  if (built(mark, key)) return
  mkdirSync('dist', { recursive: true })
  rmSync(mark, { force: true })
  work()
  writeFileSync(mark, key)
}
