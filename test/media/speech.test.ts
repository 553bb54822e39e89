import { execFileSync } from 'node:child_process'
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  findEspeak,
  findTools,
  npmTools,
  tried,
  storage,
  sweep,
  voiceOf,
  workReadings,
  type Media,
  type Tools,
} from '../../media'
import { filled, parseCommand } from '../../media/command'
import { NOTICE } from '../../media/reading'
import { sayable } from '../../media/speech'
import type { ReadingAudio } from '../../src/lib/readingAudio'
import { spokenText } from '../../src/lib/spokenText'
import { caseOf, county, type County } from '../support/county'
import { testRuntime } from '../support/payload'
import { hertzOf, loudnessOf, samplesOf, voice } from './voices'
import { ffmpeg, ffprobe } from './quick'

describe('a speech command', () => {
  it('is parted at blanks, quotes keep them together', () => {
    expect(parseCommand(`/opt/my tts`.replace(' ', '\\ ') + ' {text} {out}')[0]).toBe('/opt/my\\')
    expect(parseCommand(`"/opt/my tts" --in={text} -v '{voice} slow' {out}`)).toEqual([
      '/opt/my tts',
      '--in={text}',
      '-v',
      '{voice} slow',
      '{out}',
    ])
  })
  it('means nothing to a shell: what stands in a place stays one argument', () => {
    const parts = parseCommand('say {text} {out} $(id) ; rm -rf / | cat {voice}')
    const argv = filled(parts, { text: '/a b;rm.txt', out: '{voice}', voice: '`id` {text}' })
    expect(argv).toEqual(['say', '/a b;rm.txt', '{voice}', '$(id)', ';', 'rm', '-rf', '/', '|', 'cat', '`id` {text}'])
  })
  it.each([
    ['', '空'],
    ['say {out}', '{text}'],
    ['say {text}', '{out}'],
    ['{voice} {text} {out}', '程序名'],
    ['say {text} {out} {rate}', '{rate}'],
    ['say "{text} {out}', '引号'],
  ])('%s is refused in words', (template, words) => {
    expect(() => parseCommand(template)).toThrow(words)
  })
})

describe('a voice', () => {
  const espeak = ['cmn', 'cmn-latn-pinyin', 'yue', 'hak', 'en-us']
  it('of espeak-ng reads Mandarin, Cantonese and Hakka, and imitates no other dialect', () => {
    expect(voiceOf({ code: 'cmn' }, { espeak })).toContain('cmn-latn-pinyin')
    expect(voiceOf({ code: 'hak', voice: 'x' }, { espeak })).toContain('hak')
    for (const code of ['sichuan', 'nan', 'wuu', 'en', 'bo'])
      expect(voiceOf({ code, voice: 'cmn' }, { espeak })).toBeUndefined()
    expect(voiceOf({ code: 'yue' }, { espeak: ['cmn'] })).toBeUndefined()
  })
  it('of the command reads the varieties that name a voice', () => {
    const command = 'tts -v {voice} {text} {out}'
    expect(voiceOf({ code: 'nan', voice: '阿月' }, { command, espeak: [] })).toEqual([
      'tts',
      '-v',
      '阿月',
      '{text}',
      '{out}',
    ])
    expect(voiceOf({ code: 'nan' }, { command, espeak })).toBeUndefined()
  })
  it('says a telephone number digit by digit, an amount as a number', () => {
    expect(sayable('打 12348 或 0755-1234567，欠了 30000 元、12000块')).toBe(
      '打 一 二 三 四 八 或 零 七 五 五 一 二 三 四 五 六 七，欠了 30000 元、12000块',
    )
  })
})

describe('the words of an article', () => {
  const offices = [
    { id: 'a', name: '县局', telephone: '1', level: 'county' },
    { id: 'b', name: '南溪司法所', telephone: '2' },
  ]
  const settings = { hotline: '12348' }
  it('are question, verdict, answer, steps, whom to call and the story, without markup', () => {
    const story = {
      root: { type: 'root', children: [{ type: 'paragraph', children: [{ type: 'text', text: '老王……' }] }] },
    }
    const article = {
      title: '要得回吗？',
      verdict: 'yes' as const,
      answer: '能要。',
      steps: [{ text: '留证据' }],
      office: 'b',
      story,
    }
    expect(spokenText(article, { offices, settings }).split('\n')).toEqual([
      '要得回吗？',
      '能。',
      '能要。',
      '怎么办？',
      '留证据',
      '打给谁？',
      '南溪司法所，电话 2。',
      '法律服务热线，电话 12348。',
      '事情是这样的：',
      '老王……',
    ])
  })
  it('do not depend on the depth the article was read at', () => {
    const at = (office: unknown) => spokenText({ title: '问', office }, { offices, settings })
    expect(at({ id: 'b', name: '南溪司法所' })).toBe(at('b'))
  })
})

const builds: [string, () => Promise<Tools | undefined>][] = [
  ['the ffmpeg of the system', () => findTools()],
  ['the ffmpeg that npm brings', () => tried(npmTools())],
]

describe.each(builds)('readings made by %s', (_name, tools) => {
  let product: Awaited<ReturnType<typeof testRuntime>>
  let home: County
  let media: Media
  let article: string
  let nan: string
  const scratch = mkdtempSync(path.join(tmpdir(), 'mingbai-voice-'))
  const seen = path.join(scratch, 'seen.txt')

  beforeAll(async () => {
    product = await testRuntime()
    home = await county(product)
    const { payload, env, log, clock } = product
    media = { payload, log, storage: storage(env.DATA_DIR), now: () => clock.now(), tools: await tools() }
    nan = (
      await payload.create({
        collection: 'varieties',
        data: { code: 'nan', tag: 'nan-Hans-CN', name: '闽南话', voice: '阿月' },
      })
    ).id
    article = (
      await payload.create({ collection: 'articles', draft: true, data: { ...caseOf(home), office: home.south.id } })
    ).id
    // An engine of our own: notes what it was given and hums at 700 Hz.
    const engine = path.join(scratch, 'my engine')
    writeFileSync(
      engine,
      `#!/bin/sh\n(echo "$1"; cat "$2") > "${seen}"\nexec "${ffmpeg}" -v error -y -f lavfi -i sine=700:d=2 -af volume=-20dB "$3"\n`,
    )
    chmodSync(engine, 0o755)
    await payload.updateGlobal({
      slug: 'settings',
      data: { media: { speechCommand: `"${engine}" {voice} {text} {out}` } } as never,
    })
  })
  afterAll(async () => {
    await product.dispose()
    rmSync(scratch, { recursive: true })
  })

  const work = (espeak: string[] = []) => workReadings(media, espeak)
  const create = async (data: object) =>
    (await product.payload.create({ collection: 'readings', data: { article, state: 'waiting', ...data } as never })).id
  const read = async (id: string) => {
    const row = await product.payload.findByID({ collection: 'readings', id, depth: 0 })
    return { ...row, audio: row.audio as ReadingAudio | null }
  }
  const fileOf = ({ folder, uri }: ReadingAudio) =>
    path.join(product.env.DATA_DIR, 'streams', path.basename(folder), uri)
  const tagsOf = (file: string) =>
    JSON.parse(
      execFileSync(ffprobe, ['-v', 'error', '-of', 'json', '-show_format', '-show_streams', file]).toString(),
    ) as { format: { tags: Record<string, string> }; streams: { codec_name: string; channels: number }[] }

  it('the command of the settings reads the notice and the words, and says so in the tags', async () => {
    const id = await create({ variety: nan })
    expect(await work()).toBe(1)
    const { audio, state, synthetic, text } = await read(id)
    expect([state, synthetic, audio!.synthetic]).toEqual(['done', true, true])
    const [given, ...words] = readFileSync(seen, 'utf8').trim().split('\n')
    expect(given).toBe('阿月')
    expect(words.join('\n')).toBe(sayable(`${NOTICE}\n${text}`))
    const { format, streams } = tagsOf(fileOf(audio!))
    expect(format.tags).toMatchObject({ title: '老板不给工钱，怎么要？', comment: expect.stringContaining('机器合成') })
    expect(streams).toMatchObject([{ codec_name: 'mp3', channels: 1 }])
    expect(Math.abs(loudnessOf(fileOf(audio!)).integrated + 16)).toBeLessThanOrEqual(1)
    expect(Math.round(hertzOf(samplesOf(fileOf(audio!), 0.5, 1)) / 10)).toBe(70)
  })

  it('an uploaded recording becomes an MP3 at the target, with its speaker and no machine in the tags', async () => {
    const recording = voice(scratch, 'reading.m4a', { hertz: 600, seconds: 3, db: -40 })
    const data = readFileSync(recording)
    const file = await product.payload.create({
      collection: 'files',
      data: {},
      file: { data, size: data.length, mimetype: 'audio/mp4', name: 'reading.m4a' },
    })
    const id = await create({ variety: nan, file: file.id, speaker: '阿珍' })
    await work()
    const { audio } = await read(id)
    expect(audio).toMatchObject({ synthetic: false, speaker: '阿珍', quiet: false })
    expect(Math.abs(audio!.duration - 3)).toBeLessThan(0.2)
    expect(Math.abs(loudnessOf(fileOf(audio!)).integrated + 16)).toBeLessThanOrEqual(1)
    const { tags } = tagsOf(fileOf(audio!)).format
    expect(tags).toMatchObject({ artist: '阿珍' })
    expect(tags.comment).toBeUndefined()
  })

  it('what cannot be made says why', async () => {
    const { payload } = product
    const dumb = await payload.create({
      collection: 'varieties',
      data: { code: 'gan', tag: 'gan-Hans-CN', name: '赣语' },
    })
    const id = await create({ variety: dumb.id })
    await work()
    expect(await read(id)).toMatchObject({
      state: 'failed',
      error: { code: 'speech-none', subject: '赣语' },
      audio: null,
    })
    const settings = { slug: 'settings' as const, depth: 0 }
    const { media: before } = await payload.findGlobal(settings)
    await payload.updateGlobal({ slug: 'settings', data: { media: { speechCommand: 'false {text} {out}' } } as never })
    const broken = await create({ variety: nan })
    await work()
    expect(await read(broken)).toMatchObject({ state: 'failed', error: { code: 'speech-failed' } })
    await payload.updateGlobal({ slug: 'settings', data: { media: before } as never })
  })

  it('is taken up again after the process died, and nothing is left behind', async () => {
    const { payload, env } = product
    const id = await create({ variety: nan })
    // As a killed process leaves it: claimed, with half a file in its work folder.
    await payload.db.updateOne({
      collection: 'readings',
      id,
      data: { state: 'running', leaseOwner: 'dead', leaseUntil: product.clock.now().getTime() + 30_000, attempts: 1 },
    })
    await media.storage.part(`reading-${id}`, 'speech', async (folder) => writeFileSync(path.join(folder, 'half'), 'x'))
    expect(await work()).toBe(0)
    await sweep(media, { boot: false }) // leaves the folder of an open reading alone
    expect(existsSync(path.join(env.DATA_DIR, 'tmp', 'media', `reading-${id}`))).toBe(true)
    product.clock.moveTo(new Date(product.clock.now().getTime() + 31_000))
    expect(await work()).toBe(1)
    const { audio, state } = await read(id)
    expect([state, existsSync(fileOf(audio!))]).toEqual(['done', true])
    expect(existsSync(path.join(env.DATA_DIR, 'tmp', 'media', `reading-${id}`))).toBe(false)
  })

  it('is read again when asked, with the words of now', async () => {
    const { payload } = product
    const id = await create({ variety: nan })
    await work()
    const before = await read(id)
    await payload.update({ collection: 'articles', id: article, draft: true, data: { answer: '要得回。' } })
    await payload.update({ collection: 'readings', id, data: {}, context: { readAgain: true } })
    expect(await read(id)).toMatchObject({ state: 'waiting', audio: null })
    await work()
    const after = await read(id)
    expect(after.textHash).not.toBe(before.textHash)
    expect(readFileSync(seen, 'utf8')).toContain('要得回。')
  })
})

const espeak = await findEspeak()
describe.skipIf(!espeak.includes('yue'))('espeak-ng of this machine', () => {
  it('reads a Cantonese reading aloud', async () => {
    const product = await testRuntime()
    try {
      const { payload, env, log, clock } = product
      const home = await county(product)
      const yue = await payload.create({
        collection: 'varieties',
        data: { code: 'yue', tag: 'yue-Hans-CN', name: '粤语' },
      })
      const article = await payload.create({ collection: 'articles', draft: true, data: caseOf(home) })
      const { id } = await payload.create({
        collection: 'readings',
        data: { article: article.id, variety: yue.id, state: 'waiting' },
      })
      const media = { payload, log, storage: storage(env.DATA_DIR), now: () => clock.now(), tools: await findTools() }
      await workReadings(media, espeak)
      const audio = (await payload.findByID({ collection: 'readings', id })).audio as ReadingAudio
      expect(audio.duration).toBeGreaterThan(5)
      const file = path.join(env.DATA_DIR, 'streams', path.basename(audio.folder), audio.uri)
      expect(Math.abs(loudnessOf(file).integrated + 16)).toBeLessThanOrEqual(1)
    } finally {
      await product.dispose()
    }
  })
})
