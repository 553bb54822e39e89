import { makePoster } from '../poster'
import { path } from '../storage'
import { grabFrame } from '../transcode'
import { film, needed, StartOver, STILL, type Work } from './work'

export async function poster(work: Work) {
  const { sources, run, outputs, tools, media } = work
  const at = needed(outputs.encode).duration * 0.2
  await media.storage.part(run, 'poster', async (folder) => {
    const target = path.join(folder, 'poster.jpg')
    if (sources.cover) return makePoster(media.storage.upload('images', sources.cover.filename), target)
    if (!needed(outputs.probe).film.video) {
      if (!media.storage.has(run, 'still')) throw new StartOver()
      return makePoster(media.storage.work(run, 'still', STILL), target)
    }
    await media.storage.part(run, 'frame', async (frames) => {
      const frame = path.join(frames, 'frame.png')
      await grabFrame(tools, film(work), at, frame)
      await makePoster(frame, target)
    })
  })
}
