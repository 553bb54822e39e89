import { expect, it } from 'vitest'
import { randomUUID } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { createClient } from '@libsql/client'
import { getPayload } from 'payload'
import { readEnv } from '../src/env'
import { makeConfig } from '../src/makeConfig'
import { migrations } from '../src/migrations'

it('a county of the version before keeps its rows, also those of tables that are built anew', async () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'mingbai-upgrade-'))
  const env = readEnv({ NODE_ENV: 'test', DATA_DIR: folder, PAYLOAD_SECRET: 'a secret for tests only, long enough' })
  const payload = await getPayload({ config: makeConfig(env), key: randomUUID() })
  try {
    await payload.db.migrate({ migrations: migrations.slice(0, 1) as never })
    const raw = createClient({ url: env.DATABASE_URL })
    const [video, file, variety, subtitle] = [randomUUID(), randomUUID(), randomUUID(), randomUUID()]
    await raw.batch(
      [
        { sql: 'INSERT INTO files (id, filename) VALUES (?, ?)', args: [file, 'film.srt'] },
        {
          sql: 'INSERT INTO varieties (id, name, tag, code) VALUES (?, ?, ?, ?)',
          args: [variety, '普通话', 'zh-Hans', 'cmn'],
        },
        { sql: 'INSERT INTO videos (id, title, slug) VALUES (?, ?, ?)', args: [video, '三个电话', 'three-calls'] },
        {
          sql: 'INSERT INTO subtitles (id, video_id, variety_id, file_id, origin, approved_hash) VALUES (?, ?, ?, ?, ?, ?)',
          args: [subtitle, video, variety, file, 'human', 'h'],
        },
      ],
      'write',
    )
    raw.close()
    await payload.db.migrate({ migrations: migrations as never })
    const row = await payload.findByID({ collection: 'subtitles', id: subtitle, depth: 0 })
    expect(row).toMatchObject({ video, variety, file, origin: 'human', approvedHash: 'h' })
    expect((await payload.count({ collection: 'videos' })).totalDocs).toBe(1)
  } finally {
    await payload.destroy()
    rmSync(folder, { recursive: true, force: true })
  }
})
