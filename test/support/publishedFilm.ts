import { execFileSync } from 'node:child_process'
import path from 'node:path'
import { dub, film, written } from '../media/clips'
import { pipeline } from '../media/pipeline'
import { county } from './county'
import { serve } from './http'
import { ffmpeg } from '../media/quick'

export const HERTZ = { cmn: 440, hak: 880, sample: 1500 }
type Wanted = { seconds: number; size?: string; rate?: number }

/**
 * A published film in two spoken languages with two subtitles, made by the real pipeline and served over real HTTP, at
 * `/videos/wages`. Every language has its own tone, and Hakka a sample with a third one.
 */
export async function publishedFilm({ seconds, size, rate }: Wanted) {
  const product = await pipeline()
  const { payload, clips, varieties } = product
  const { people, topic, segment, south } = await county(product)
  const id = await product.video(film(clips, seconds, { size, rate }))
  await product.track(id, dub(clips, seconds, HERTZ.hak), varieties.hak, { speaker: '邱水生', synthetic: true })
  await product.subtitle(id, written(clips, 'zh.srt', everySecond(seconds, '先打 12348')))
  await product.subtitle(id, written(clips, 'yue.srt', everySecond(seconds, '打電話先')), varieties.yue)
  const site = await serve(product.runtime)
  const data = { slug: 'wages', topic: topic.id, segments: [segment.id], office: south.id } as never
  await payload.update({ collection: 'videos', id, draft: true, data })
  await product.work()
  const review = `/api/staff/review/videos/${id}`
  await ok(site.call(`${review}/submit`, { token: await site.signIn(people.editor.username!), json: {} }))
  const token = await site.signIn(people.reviewer.username!)
  const { hash } = await ok(site.call(review, { token }))
  await ok(site.call(`${review}/approve`, { token, json: { hash } }))
  await product.work()
  await withSample()
  product.runtime.epoch.bump()

  /** A sample with a tone of its own, so that a test hears which one plays, and sizes as of a longer film. */
  async function withSample() {
    const stream = (await product.streamOf(id, false))!
    const sample = 'a/sample.m4a'
    const file = path.join(product.folderOf(stream), sample)
    execFileSync(ffmpeg, ['-v', 'error', '-y', '-f', 'lavfi', '-i', `sine=${HERTZ.sample}:d=3`, '-c:a', 'aac', file])
    const audio = stream.audio.map((one) => (one.variety === 'hak' ? { ...one, sample, speaker: '邱水生' } : one))
    const listen = { uri: stream.audio[0]!.uri, bytes: 1_200_000 }
    await payload.db.updateOne({
      collection: 'videos',
      id,
      data: { stream: { ...stream, audio, listen, bytes: 6_400_000 } },
    })
  }

  return {
    ...product,
    id,
    site,
    dispose: async () => {
      await site.close()
      await product.dispose()
    },
  }
}

async function ok(answer: ReturnType<Awaited<ReturnType<typeof serve>>['call']>) {
  const { status, text, body } = await answer
  if (status >= 300) throw new Error(`${status} ${text}`)
  return body
}

const everySecond = (seconds: number, words: string) =>
  Array.from(
    { length: seconds },
    (_, at) => `${at + 1}\n${clock(at)},000 --> ${clock(at)},900\n第 ${at} 句，${words}\n`,
  ).join('\n')
const clock = (at: number) => `00:00:${String(at).padStart(2, '0')}`
