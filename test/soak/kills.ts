import { existsSync } from 'node:fs'
import { restart } from '../../media'
import { dub, film, SRT, written } from '../media/clips'
import { pipeline } from '../media/pipeline'
import { runWorker } from '../media/workerProcess'
import { judged, type Round } from './table'

const COUNT = 50
/** A step that was cut off this often is left to its end: the pipeline gives up at the fourth try. */
const PATIENCE = 2

/** Kill -9 in random steps of one film, made again and again. */
export async function run(): Promise<Round[]> {
  const product = await pipeline()
  const { payload, clips, runtime } = product
  try {
    const video = await product.video(film(clips, 6, { size: '320x240', rate: 15 }))
    await product.track(video, dub(clips, 6))
    await product.subtitle(video, written(clips, 'film.srt', SRT))
    let [killed, finished, orphans] = [0, 0, 0]
    while (killed < COUNT) {
      const rows = await product.rows(video)
      const open = rows.filter(({ state }, at) => state !== 'done' && !(at > 0 && state === 'failed'))
      if (!open.length) {
        finished += 1
        await restart(payload, rows, { fresh: true })
        continue
      }
      const [current] = open
      const attempts = (current as unknown as { attempts?: number }).attempts ?? 0
      const choice = attempts >= PATIENCE && open.length > 1 ? open.slice(1) : open
      const { step } = choice[Math.floor(Math.random() * choice.length)]!
      const tool = ['probe', 'encode', 'audio'].includes(step) ? 'tool' : 'begin'
      const { signal, tools } = await runWorker(runtime.env.DATA_DIR, step, tool)
      if (signal === 'SIGKILL') killed += 1
      await new Promise((resolve) => setTimeout(resolve, 200))
      orphans += tools.filter((pid) => existsSync(`/proc/${pid}`)).length
      if (killed % 10 === 0) console.log(`kills: ${killed} of ${COUNT}, ${finished} films finished`)
    }
    await runWorker(runtime.env.DATA_DIR)
    const { state, error } = await product.status(video)
    const left = product.leftovers().length
    const streams = (await product.media.storage.published()).length
    const found = `${finished + 1} films, ended ${state}${error ? ` ${error.code}` : ''}, ${orphans} orphans, ${left} leftovers, ${streams} stream`
    return [judged('kill -9 in a random step', killed, found, state === 'done' && !orphans && !left && streams === 1)]
  } finally {
    await product.dispose()
  }
}
