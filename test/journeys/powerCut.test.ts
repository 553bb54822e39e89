import { randomUUID } from 'node:crypto'
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { film } from '../media/clips'
import { changePassword, colleagueAt, type Colleague } from '../support/colleagues'
import { startServer, type BuiltServer } from '../support/server'
import { until } from '../support/until'
import { printedPasswords } from '../support/staff'

/** The power goes off in the middle of everything: what was promised is there after the next start, once. */
const folder = mkdtempSync(path.join(tmpdir(), 'mingbai-power-'))
let server: BuiltServer
let admin: Colleague
const acknowledged: string[] = []
let filmId: string
let recording: Uint8Array<ArrayBuffer>

beforeAll(async () => {
  // Made before the server runs: this process stands still meanwhile and would not notice a closed connection.
  recording = new Uint8Array(readFileSync(film(folder, 16, { size: '1280x720' })))
  server = await startServer()
  await changePassword(server.url, 'admin', printedPasswords(server.log()).admin!)
  admin = await colleagueAt(server.url, 'admin')
})
afterAll(async () => {
  await server?.dispose()
  rmSync(folder, { recursive: true, force: true })
})

it('is cut off while it transcodes and while residents report', async () => {
  const picture = await admin.upload('long.mp4', 'video/mp4', recording)
  const topic = (await admin.get('/api/topics?limit=1')).docs[0].id
  const segment = await admin.first('segments', 'slug', 'elderly')
  const office = await admin.create('offices', { name: '青石县司法局', level: 'county', slug: 'qingshi' })
  const created = await admin.create('videos?draft=true', {
    ...{ title: '停电也不怕？', film: picture.id, topic, segments: [segment.id], office: office.id, summary: '不怕。' },
  })
  filmId = created.id
  await until(async () => (await admin.get(`/api/staff/films/${filmId}/progress`)).step === 'encode', 60_000)

  let running = true
  const report = async () => {
    while (running) {
      const id = randomUUID()
      const answer = await beacon(id).catch(() => undefined) // the power is off
      if (answer?.status === 204) acknowledged.push(id)
    }
  }
  const residents = [report(), report(), report()]
  await until(async () => acknowledged.length > 50, 30_000)
  expect((await admin.get(`/api/staff/films/${filmId}/progress`)).step).toBe('encode')
  await server.kill9()
  running = false
  await Promise.all(residents)
})

it('finishes the film after the next start and leaves nothing half done', async () => {
  server = await startServer({ dataDir: server.dataDir })
  admin = await colleagueAt(server.url, 'admin')
  await until(async () => (await admin.get(`/api/staff/films/${filmId}/progress`)).state === 'done', 180_000)
  const left = readdirSync(path.join(server.dataDir, 'tmp'), { recursive: true, withFileTypes: true })
  expect(left.filter((entry) => entry.isFile()).map(({ name }) => name)).toEqual([])
})

it('counts every acknowledged event once, also when a phone sends it again', async () => {
  const again = acknowledged.slice(0, 20)
  for (const id of again) expect((await beacon(id)).status).toBe(204)
  const { total } = await admin.get('/api/staff/report')
  // An event that was written but not yet acknowledged when the power went may stand beside them: three at most.
  expect(total.views).toBeGreaterThanOrEqual(acknowledged.length)
  expect(total.views).toBeLessThanOrEqual(acknowledged.length + 3)
})

const beacon = (id: string) =>
  fetch(`${server.url}/e`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'user-agent': 'Mozilla/5.0 (Linux; Android 10) Chrome/80.0' },
    body: JSON.stringify({ v: 1, events: [{ id, type: 'view', at: Date.now() }] }),
  })
