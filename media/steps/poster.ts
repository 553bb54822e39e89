import { mkdir } from 'node:fs/promises'
import { bestOf, candidates, lookAt } from '../frames'
import type { Rung } from '../ladder'
import { writeCandidate, writePoster } from '../poster'
import { pictureKey } from '../renditions'
import { list, path, readText, writeText } from '../storage'
import { grabFrame, grabScenes } from '../transcode'
import { needed, reused, StartOver, type Work } from './work'

/** Beside the candidates; a folder of pictures says neither when they were nor which is the best. */
const NOTE = 'frames.json'
/** The frame of a cut itself can still be half the scene before. */
const AFTER_CUT = 0.1
type Found = { at: number[]; best: number }

/** Frames to choose from, and the poster: the uploaded cover, or the chosen frame, or the best one. */
export async function poster(work: Work) {
  const { sources, run, outputs, tools, media } = work
  const { duration } = needed(outputs.encode)
  const shape = needed(outputs.plan).rungs.at(-1)!
  if (!media.storage.has(run, 'v')) throw new StartOver()
  return media.storage.part(run, 'poster', async (folder) => {
    const { at, best } = await framesOf(work, duration, path.join(folder, 'posters'))
    const { cover, posterAt = best } = sources
    if (cover) await writePoster(media.storage.upload('images', cover.filename), shape, folder, cover.focal)
    else
      await media.storage.part(run, 'frame', async (frames) => {
        const frame = path.join(frames, 'frame.png')
        const at = Math.max(0, Math.min(posterAt, duration - AFTER_CUT))
        // ffmpeg ends well without a frame when nothing whole follows the second it was sent to.
        for (const second of [at, Math.max(0, at - 1), 0]) {
          await grabFrame(tools, rungOf(work, shape), second, frame)
          if ((await list(frames)).length) break
        }
        await writePoster(frame, shape, folder)
      })
    return { at }
  })
}

async function framesOf(work: Work, duration: number, folder: string): Promise<Found> {
  const { sources, run, outputs, tools, media } = work
  if (!(await reused(work, 'posters', pictureKey(sources, needed(outputs.probe).film), folder)))
    await media.storage.part(run, 'scenes', async (scenes) => {
      const times = await grabScenes(tools, rungOf(work, needed(outputs.plan).rungs[0]!), duration, scenes)
      const frames = []
      for (const [index, at] of times.entries()) frames.push(await lookAt(path.join(scenes, `${index + 1}.png`), at))
      const kept = candidates(frames)
      await mkdir(folder, { recursive: true })
      for (const [index, { file }] of kept.entries()) await writeCandidate(file, path.join(folder, `${index + 1}.jpg`))
      const second = (at: number) => Math.round((at + AFTER_CUT) * 10) / 10
      const found: Found = { at: kept.map(({ at }) => second(at)), best: second(bestOf(kept)?.at ?? duration * 0.2) }
      await writeText(path.join(folder, NOTE), JSON.stringify(found))
    })
  return JSON.parse(await readText(path.join(folder, NOTE))) as Found
}

/** Frames come from our own rungs: turned, toned and paced already, also where the film was sound only. */
const rungOf = ({ run, media }: Work, { name }: Rung) => path.join(media.storage.work(run, 'v'), name, 'index.m3u8')
