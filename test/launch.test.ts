import { execFile, execFileSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, expect, it } from 'vitest'
import { hashOf } from '../src/launch/hash.mjs'
import { compiled } from './support/compiled'

const folder = mkdtempSync(path.join(tmpdir(), 'mingbai-launch-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** What the product says when it does not start, and with which code. */
const starting = async (env: Record<string, string>) => {
  const program = await compiled('src/main.ts')
  return new Promise<{ code: number; said: string }>((resolve) => {
    const settings: NodeJS.ProcessEnv = { ...process.env, NODE_ENV: 'production', DATA_DIR: folder, ...env }
    execFile(process.execPath, [program, '--check'], { env: settings }, (error, stdout, stderr) =>
      resolve({ code: Number(error?.code ?? 0), said: stdout + stderr }),
    )
  })
}

it('tells every wrong setting before anything is opened', async () => {
  const { code, said } = await starting({ PORT: 'x', ROLE: 'boss', UPLOAD_MAX_MB: '-1' })
  expect(code).toBe(1)
  for (const name of ['PORT', 'ROLE', 'UPLOAD_MAX_MB']) expect(said).toContain(`- ${name}:`)
})

it('says that the port is in use and how to take another', async () => {
  const taken = createServer()
  const port = await new Promise<number>((resolve) =>
    taken.listen(0, '0.0.0.0', () => resolve((taken.address() as { port: number }).port)),
  )
  const { code, said } = await starting({ PORT: String(port) })
  taken.close()
  expect(code).toBe(1)
  expect(said).toContain(`PORT=${port + 1} npm start`)
})

it('finds nothing wrong with the defaults', async () => {
  expect((await starting({ PORT: '0' })).code).toBe(0)
})

it('knows sources by content and name, and the base path too', () => {
  const source = path.join(folder, 'source')
  mkdirSync(source)
  const file = path.join(source, 'a.ts')
  writeFileSync(file, '1')
  const key = hashOf([source], '')
  expect(hashOf([source], '')).toBe(key)
  expect(hashOf([source], '/pufa')).not.toBe(key)
  writeFileSync(file, '2')
  expect(hashOf([source], '')).not.toBe(key)
  writeFileSync(file, '1')
  cpSync(file, path.join(source, 'b.ts'))
  expect(hashOf([source], '')).not.toBe(key)
})

it('refuses a Node that is too old, in words', () => {
  const script = path.join(folder, 'old.mjs')
  const environment = path.resolve('src/launch/environment.mjs')
  writeFileSync(
    script,
    `Object.defineProperty(process.versions, 'node', { value: '18.20.0' })
     const { prepareEnvironment } = await import(${JSON.stringify(environment)})
     prepareEnvironment()`,
  )
  let said = ''
  try {
    execFileSync(process.execPath, [script], { encoding: 'utf8', stdio: 'pipe' })
  } catch (error) {
    said = String((error as { stderr: string }).stderr)
  }
  expect(said).toContain('20.19')
  expect(said).toContain('18.20.0')
})

it('has a lockfile that a clean install accepts: every package it wants is named in it', () => {
  type Entry = Record<'dependencies' | 'optionalDependencies', Record<string, string> | undefined>
  const { packages } = JSON.parse(readFileSync('package-lock.json', 'utf8')) as { packages: Record<string, Entry> }
  const missing = Object.entries(packages).flatMap(([place, { dependencies, optionalDependencies }]) =>
    Object.keys({ ...dependencies, ...optionalDependencies })
      .filter((name) => !above(place).some((folder) => packages[`${folder}node_modules/${name}`]))
      .map((name) => `${name} (wanted by ${place || 'the project'})`),
  )
  // npm leaves out what a registry does not have for other platforms; `npm ci` then refuses the whole file.
  expect(missing).toEqual([])
})

/** The folders in which Node looks for a package wanted at a place, nearest first. */
function above(place: string): string[] {
  const parts = place.split(/(?<=^|\/)node_modules\//).filter(Boolean)
  const folders = parts.map((_, at) =>
    parts
      .slice(0, parts.length - at)
      .map((part) => `node_modules/${part}`)
      .join(''),
  )
  return [...folders.map((folder) => (folder.endsWith('/') ? folder : `${folder}/`)), '']
}
