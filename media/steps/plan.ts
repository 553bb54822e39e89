import { fitsByForm, fitsByPackets, readPackets, type Copy } from '../copying'
import { FfmpegError } from '../ffmpeg'
import { ladder, type Rung } from '../ladder'
import type { Picture } from '../probe'
import { makeStill, STILL_RATE } from '../still'
import { path } from '../storage'
import { film, needed, STILL, type Work } from './work'

/** Which sizes to make, and whether the film itself serves as the largest. A film without a picture gets a still. */
export async function plan(work: Work) {
  const { video } = needed(work.outputs.probe).film
  if (!video) return { rungs: ladder({ ...(await still(work)), frameRate: STILL_RATE }) }
  const rungs = ladder(video)
  return { rungs, copy: await copyOf(work, video, rungs.at(-1)!) }
}

function still({ sources: { cover }, run, media: { storage } }: Work) {
  return storage.part(run, 'still', (folder) =>
    makeStill(cover && storage.upload('images', cover.filename), path.join(folder, STILL)),
  )
}

async function copyOf(work: Work, video: Picture, top: Rung): Promise<Copy> {
  const form = fitsByForm(video, top)
  if (!form.copy) return form
  try {
    return fitsByPackets(await readPackets(work.tools, film(work)), top)
  } catch (error) {
    if (!(error instanceof FfmpegError)) throw error
    return { copy: false, reason: 'unreadable' } // encoding will tell what is wrong with it
  }
}
