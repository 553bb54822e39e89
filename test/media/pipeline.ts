import { mkdtempSync, readdirSync, existsSync } from 'node:fs'
import { readFile, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { statusOf, stepRows, storage, workMedia, type Media, type Tools } from '../../media'
import type { Stream } from '../../src/lib/stream'
import { testRuntime } from '../support/payload'
import { quickTools } from './quick'

const mimes: Record<string, string> = {
  mp4: 'video/mp4',
  m4a: 'audio/mp4',
  srt: 'application/x-subrip',
  webm: 'video/webm',
}

/** The real pipeline over a real database and real ffmpeg, with words for what a test does. */
export async function pipeline(tools?: Tools) {
  const runtime = await testRuntime()
  const { payload, env, log, clock } = runtime
  const clips = mkdtempSync(path.join(tmpdir(), 'mingbai-clips-'))
  const media: Media = {
    payload,
    log,
    storage: storage(env.DATA_DIR),
    now: () => clock.now(),
    tools: tools ?? (await quickTools()),
  }
  const variety = async (code: string, tag: string, name: string) =>
    (await payload.create({ collection: 'varieties', data: { code, tag, name } })).id
  const [cmn, yue, hak] = [
    await variety('cmn', 'zh-Hans', '普通话'),
    await variety('yue', 'yue-Hans-CN', '粤语'),
    await variety('hak', 'hak-Hans-CN', '客家话'),
  ]

  const store = async (file: string) => {
    const [data, { size }] = [await readFile(file), await stat(file)]
    const mimetype = mimes[path.extname(file).slice(1)] ?? 'application/octet-stream'
    return (
      await payload.create({ collection: 'files', data: {}, file: { data, size, mimetype, name: path.basename(file) } })
    ).id
  }
  const video = async (file: string) => {
    const data = { title: '老板不给工钱怎么要', summary: '教您三步要回工钱', film: await store(file), variety: cmn }
    return (await payload.create({ collection: 'videos', draft: true, data: data as never })).id
  }
  const track = async (of: string, file: string, spoken = yue, more: object = {}) =>
    (
      await payload.create({
        collection: 'tracks',
        data: { video: of, file: await store(file), variety: spoken, ...more },
      })
    ).id
  const subtitle = async (of: string, file: string, timed = cmn) =>
    (
      await payload.create({
        collection: 'subtitles',
        data: { video: of, file: await store(file), variety: timed, origin: 'human' },
      })
    ).id
  const streamOf = async (id: string, draft = true) =>
    (await payload.findByID({ collection: 'videos', id, draft, depth: 0 })).stream as Stream | null | undefined
  const folderOf = ({ folder }: Stream) => path.join(env.DATA_DIR, 'streams', path.basename(folder))

  return {
    runtime,
    payload,
    media,
    clips,
    clock,
    varieties: { cmn, yue, hak },
    store,
    video,
    track,
    subtitle,
    streamOf,
    folderOf,
    work: (most?: number) => workMedia(media, most),
    status: async (id: string) => statusOf(await stepRows(payload, id)),
    rows: (id: string) => stepRows(payload, id),
    leftovers: () => {
      const tmp = path.join(env.DATA_DIR, 'tmp')
      if (!existsSync(tmp)) return []
      return readdirSync(tmp, { recursive: true }).filter((entry) => String(entry) !== 'media')
    },
    dispose: async () => {
      await runtime.dispose()
      await rm(clips, { recursive: true, force: true })
    },
  }
}
export type Pipeline = Awaited<ReturnType<typeof pipeline>>
