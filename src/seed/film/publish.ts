import { readFile } from 'node:fs/promises'
import path from 'node:path'
import type { Payload } from 'payload'
import { ensureStream } from '../../../media'
import type { Runtime } from '../../runtime'
import { approveAsPeople } from '../approval'
import { ensure, idsBy } from '../keyed'
import { noteOf } from '../rows'
import { daysBefore } from '../workday'
import { film } from './script'

const FOLDER = 'src/seed/film'
const kinds: Record<string, string> = { '.mp4': 'video/mp4', '.m4a': 'audio/mp4', '.srt': 'application/x-subrip' }

/** The slide with the question and its stamp. */
const POSTER_AT = 45

/**
 * Puts the demo film in by the road every film takes: originals uploaded, dubs and subtitle beside it, approved by a
 * colleague. The stream is made in the background by the media steps; the site is open meanwhile.
 */
export async function publishFilm({ payload, clock, wake }: Runtime): Promise<void> {
  const by = (collection: 'topics' | 'segments' | 'offices') => idsBy(payload, collection, 'slug')
  const [topic, segment, office] = [await by('topics'), await by('segments'), await by('offices')]
  const variety = await idsBy(payload, 'varieties', 'code')
  const user = await idsBy(payload, 'users', 'username')
  const home = { office: office('liuwan') }
  const at = daysBefore(clock.now(), 62, 10 * 60 + 20)

  const { slug, ...words } = film
  const { id } = await ensure(
    payload,
    'videos',
    { slug },
    {
      ...words,
      ...home,
      topic: topic(film.topic),
      segments: film.segments.map(segment),
      film: await upload(payload, 'three-calls.mp4', home),
      variety: variety('cmn'),
      synthetic: true,
      posterAt: POSTER_AT,
      _status: 'draft',
    },
    { workflow: 'submit' },
  )
  for (const code of ['yue', 'hak']) {
    const file = await upload(payload, `three-calls.${code}.m4a`, home)
    await ensure(payload, 'tracks', { video: id, variety: variety(code) }, { ...home, file, synthetic: true })
  }
  const file = await upload(payload, 'three-calls.cmn.srt', home)
  await ensure(payload, 'subtitles', { video: id, variety: variety('cmn') }, { ...home, file, origin: 'human' })
  await approveAsPeople(payload, {
    ...{ collection: 'videos', id, writer: user('bianji2'), reviewer: user('shenhe'), at },
  })
  await ensureStream(payload, id)
  wake('media')
}

/** The note is the natural key: a file name may be taken by an upload that was cut off. */
async function upload(payload: Payload, name: string, home: { office: string }): Promise<string> {
  const note = noteOf(name)
  const { docs } = await payload.find({ collection: 'files', where: { note: { equals: note } }, depth: 0, limit: 1 })
  if (docs[0]) return docs[0].id
  const data = await readFile(path.resolve(FOLDER, name))
  const made = await payload.create({
    collection: 'files',
    data: { note, ...home },
    file: { data, name, size: data.length, mimetype: kinds[path.extname(name)]! },
    depth: 0,
  })
  return made.id
}
