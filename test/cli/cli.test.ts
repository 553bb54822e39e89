import { spawn } from 'node:child_process'
import { existsSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { takeLock } from '../../src/cli/lock'
import { listenSocket } from '../../src/cli/socket'
import { runVerb } from '../../src/cli/verbs'
import { compiled } from '../support/compiled'
import { testRuntime } from '../support/payload'

// Every command is a process of its own that loads the product.
vi.setConfig({ testTimeout: 120_000 })

let folder: string
beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'mingbai-cli-'))
  const law = '# 中华人民共和国命令行法\n\n<!-- INFO END -->\n\n第一条 甲。\n\n第二条 乙。'
  writeFileSync(path.join(folder, 'good.md'), law)
  writeFileSync(path.join(folder, 'empty.md'), '')
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** The command line as a process of its own, as the operator has it. */
async function mingbai(dataDir: string, ...args: string[]) {
  const child = spawn(process.execPath, [await compiled('src/cli/index.ts'), ...args], {
    env: {
      ...{ PATH: process.env.PATH, NODE_OPTIONS: '--conditions=production', DISABLE_PAYLOAD_HMR: 'true' },
      ...{ NODE_ENV: 'production', DATA_DIR: dataDir, LOG_LEVEL: 'warn' },
    },
  })
  let [out, err] = ['', '']
  child.stdout.on('data', (chunk) => (out += chunk))
  child.stderr.on('data', (chunk) => (err += chunk))
  const code = await new Promise<number | null>((resolve) => child.on('close', resolve))
  return { code, out, err }
}

describe('without a server', () => {
  const data = () => path.join(folder, 'data')

  it('opens the database itself: imports, refuses the bad file by name, ends with 3, leaves no lock', async () => {
    const { code, out } = await mingbai(data(), 'import', 'laws', folder, '--json')
    expect(code).toBe(3)
    expect(JSON.parse(out)).toMatchObject({
      ...{ statutes: { created: 1 }, provisions: { created: 2 }, rejected: [{ code: 'import-empty' }] },
    })
    expect(existsSync(path.join(data(), 'mingbai.lock'))).toBe(false)
  })

  it('makes an account with a one-time password', async () => {
    const made = await mingbai(data(), 'user', 'create', 'zhang', '--role', 'editor,reviewer', '--json')
    expect(made.code).toBe(0)
    expect(JSON.parse(made.out)).toMatchObject({
      username: 'zhang',
      password: expect.stringMatching(/^\w{4}-\w{4}-\w{4}$/),
    })
  })

  it('backs up what it would take to start again', async () => {
    const to = path.join(folder, 'backups')
    const { code, out } = await mingbai(data(), 'backup', to, '--json')
    expect(code).toBe(0)
    const { folder: made, databases } = JSON.parse(out)
    expect(databases).toContain('mingbai.db')
    expect(readdirSync(made)).toEqual(expect.arrayContaining(['mingbai.db', 'secret', 'actions-key']))
    expect(readdirSync(to).some((name) => name.endsWith('.unfinished'))).toBe(false)
    const restored = await mingbai(made, 'import', 'laws', path.join(folder, 'good.md'), '--json')
    expect(JSON.parse(restored.out)).toMatchObject({ provisions: { unchanged: 2 } })
  })

  it('says that somebody else has the database', async () => {
    const lock = takeLock(data(), 'server')
    const { code, err } = await mingbai(data(), 'doctor')
    lock.release()
    expect({ code, err }).toMatchObject({ code: 1, err: expect.stringContaining(`${process.pid}`) })
  })
})

describe('with a server', () => {
  let product: Awaited<ReturnType<typeof testRuntime>>
  let socket: Awaited<ReturnType<typeof listenSocket>>
  beforeAll(async () => {
    product = await testRuntime()
    socket = await listenSocket(product)
  })
  afterAll(async () => {
    await socket.close()
    await product.dispose()
  })

  it('goes through its socket, which only the owner may open', async () => {
    const { DATA_DIR } = product.env
    expect(statSync(path.join(DATA_DIR, 'mingbai.sock')).mode & 0o777).toBe(0o600)
    const { code, out } = await mingbai(DATA_DIR, 'import', 'laws', path.join(folder, 'good.md'))
    expect({ code, out }).toMatchObject({ code: 0, out: expect.stringContaining('法条 新增 2') })
    const { totalDocs } = await product.payload.count({ collection: 'provisions' })
    expect(totalDocs).toBe(2)
  })

  it('hands back the refusal with its code', async () => {
    const { code, err } = await mingbai(product.env.DATA_DIR, 'import', 'laws', path.join(folder, 'nowhere'))
    expect({ code, err }).toMatchObject({ code: 1, err: expect.stringContaining('[import-no-folder]') })
  })

  it('gives a colleague a new password, lifts the lock-out, and writes it in the log', async () => {
    const user = await runVerb(product, 'user/create', { username: 'wang' }, () => {})
    const { code, out } = await mingbai(product.env.DATA_DIR, 'user', 'reset', 'wang', '--json')
    expect(code).toBe(0)
    const fresh = JSON.parse(out) as { password: string }
    expect(fresh.password).not.toBe((user as { password: string }).password)
    const data = { username: 'wang', password: fresh.password }
    expect(await product.payload.login({ collection: 'users', data })).toMatchObject({ user: { username: 'wang' } })
    const { docs } = await product.payload.find({ collection: 'audit', sort: 'createdAt' })
    expect(docs.map(({ action, actorName }) => `${action} ${actorName}`)).toEqual([
      ...['user.create 命令行', 'user.reset 命令行'],
    ])
  })

  it('checks what it is asked', async () => {
    const ask = (name: string, input: object) => runVerb(product, name, input, () => {})
    await expect(ask('user/create', { username: 'wang' })).rejects.toMatchObject({ code: 'user-exists' })
    await expect(ask('user/reset', { username: 'nobody' })).rejects.toMatchObject({ code: 'no-such-user' })
    await expect(ask('user/create', { username: 'li', office: 'nowhere' })).rejects.toMatchObject({
      code: 'no-such-office',
    })
    await expect(ask('user/create', { username: '../x' })).rejects.toMatchObject({ code: 'bad-request' })
    await expect(ask('constructor', {})).rejects.toMatchObject({ code: 'not-found' })
  })

  it('examines what it stands on', async () => {
    const findings = (await runVerb(product, 'doctor', {}, () => {})) as { name: string; state: string }[]
    const names = findings.map(({ name }) => name.split(' ').at(-1))
    expect(names).toEqual(['settings', 'database', 'disk', 'ffmpeg', 'features', 'guards', 'speech', 'fonts'])
    expect(findings.find(({ name }) => name.includes('database'))?.state).toBe('good')
  })
})

describe('usage', () => {
  it('shows help for every verb', async () => {
    const { code, out } = await mingbai(path.join(folder, 'none'), '--help')
    expect(code).toBe(0)
    for (const verb of ['import', 'user', 'backup', 'doctor']) expect(out).toContain(verb)
    expect(existsSync(path.join(folder, 'none'))).toBe(false)
  })

  it.each([[['nonsense']], [['user', 'create', 'x', '--role', 'boss']]])('ends with 2 for %j', async (args) =>
    expect((await mingbai(path.join(folder, 'none'), ...args)).code).toBe(2),
  )
})
