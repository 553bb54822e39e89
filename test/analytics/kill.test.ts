import Database from 'libsql'
import { randomUUID } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, expect, it } from 'vitest'
import { openSqlite } from '../../src/analytics/store/sqlite'
import { createLog } from '../../src/lib/log'
import { killChild, startChild } from '../support/child'
import { until } from '../support/until'

const folder = mkdtempSync(path.join(tmpdir(), 'mingbai-kill-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

it('has every acknowledged event exactly once after kill -9 under load', { timeout: 60_000 }, async () => {
  const { child, hello } = await startChild<{ port: number }>('test/support/beaconServer.ts', ['beacon', folder])
  const acknowledged = new Set<string>()
  let sent = 0
  let running = true
  const client = async () => {
    while (running) {
      const ids = Array.from({ length: 3 }, () => randomUUID())
      const events = ids.map((id) => ({ id, type: 'view', item: 'articles/wages', at: Date.now() }))
      sent += ids.length
      const status = await post(hello.port, JSON.stringify({ v: 1, events }))
      if (status === 204) for (const id of ids) acknowledged.add(id)
    }
  }
  const clients = Array.from({ length: 16 }, client)
  await until(async () => acknowledged.size > 500, 30_000)
  await killChild(child)
  running = false
  await Promise.all(clients)

  const db = new Database(path.join(folder, 'events.db'))
  const ids = (db.prepare('SELECT id FROM events').all() as { id: string }[]).map(({ id }) => id)
  db.close()
  const kept = new Set(ids)
  expect([...acknowledged].filter((id) => !kept.has(id))).toEqual([])
  expect(kept.size).toBe(ids.length)
  expect(ids.length).toBeLessThanOrEqual(sent)

  const store = await openSqlite({ folder, timeZone: 'Asia/Shanghai', log: createLog('error') })
  await store.rollUp()
  const [total] = await store.counts({ from: '2000-01-01', to: '2100-01-01' }, [])
  await store.close()
  expect(total!.views).toBe(ids.length)
})

/** A status, or 0 when the server died under the request. */
const post = (port: number, body: string) =>
  fetch(`http://127.0.0.1:${port}/e`, {
    method: 'POST',
    body,
    headers: {
      'content-type': 'application/json',
      'user-agent': 'Mozilla/5.0 (Linux; Android 10) Chrome/80.0 Mobile',
      'x-forwarded-for': `10.0.${Math.floor(Math.random() * 250)}.${Math.floor(Math.random() * 250)}`,
    },
  }).then(
    ({ status }) => status,
    () => 0,
  )
