import { toFile } from 'qrcode'
import { parseCues } from '../../src/lib/subtitles'
import type { Media } from '../media'
import { hashOfUrl, path, readText, sizeOf, writeText } from '../storage'
import type { Tools } from '../tools'
import { zipInto } from './archive'
import { assOf } from './ass'
import { budget, type LeftOut } from './budget'
import { makeCover } from './cover'
import { makeFilm } from './film'
import { fontsInto } from './fonts'
import { layout, shapes, type Shape } from './layout'
import { ensureLink } from './link'
import { makeNotice, type Notice } from './notice'
import type { Order } from './order'
import { bestPicture } from './picture'
import { platforms, type Platform } from './platforms'
import { readme } from './readme'
import { SYNTHETIC_WORDS, type Facts } from './wording'

/** `publicUrl`: the site's own address, for the tracked link. `timeZone`: for the day in the note. */
export type Place = { publicUrl: string; timeZone: string }
type Work = {
  media: Media
  tools: Tools
  /** The work folder of this kit in the storage. */
  run: string
  order: Order
  place: Place
  signal: AbortSignal
  /** Seconds of film, of how many. */
  onProgress: (seconds: number, of: number) => void
}

/** Makes the ZIP of a kit and keeps it under its content address. */
export async function makeKit(work: Work): Promise<{ hash: string; bytes: number; leftOut: LeftOut[] }> {
  const { media, order, run, place } = work
  const { code, account } = await ensureLink(media.payload, order)
  const link = `${place.publicUrl}/l/${code}`
  return media.storage.part(run, 'kit', async (folder) => {
    const { films, targets, leftOut } = await makeFilms(work, folder)
    const { film, voice, office, text } = order
    const facts: Facts = { ...film, variety: voice.name, synthetic: voice.synthetic, link }
    const inside = [
      ...films.map(({ name }) => ({ name, file: path.join(folder, name) })),
      ...(await makeCovers(work, targets, folder)),
      { name: '二维码.png', file: path.join(folder, 'qr.png') },
      { name: '说明.txt', file: path.join(folder, 'readme.txt') },
    ]
    await toFile(path.join(folder, 'qr.png'), link, { margin: 4, errorCorrectionLevel: 'M', width: 640 })
    const madeOn = new Intl.DateTimeFormat('zh-CN', { dateStyle: 'long', timeZone: place.timeZone }).format(media.now())
    const note = readme({
      facts,
      office: office?.name ?? '',
      account,
      films,
      targets,
      leftOut: leftOut.map((left) => ({ ...left, name: platforms.find(({ id }) => id === left.id)!.name.zh })),
      subtitle: text?.name,
      madeOn,
    })
    await writeText(path.join(folder, 'readme.txt'), note)
    const zip = path.join(folder, 'kit.zip')
    await zipInto(zip, inside, media.now())
    return { bytes: await sizeOf(zip), hash: await media.storage.keepKit(zip), leftOut }
  })
}

type Made = { name: string; seconds: number; bytes: number; shape: Shape }

/** Both orientations, each for those platforms that take it; an orientation nobody takes is not made. */
async function makeFilms(work: Work, folder: string) {
  const { media, tools, run, order, signal } = work
  const { stream, title } = order.film
  const inStream = (uri: string) => path.join(media.storage.streams, hashOfUrl(stream.folder), uri)
  await fontsInto(path.join(folder, 'fonts'))
  const picture = bestPicture(await readText(inStream(stream.master)))
  const cues = order.text ? parseCues(await readText(inStream(order.text.uri))) : []
  const notice: Notice | undefined = order.voice.synthetic ? await makeNotice(folder) : undefined
  const seconds = stream.duration + (notice?.seconds ?? 0)
  const plans = shapes.map((shape) => ({ shape, ...budget(seconds, shape, platforms) }))
  const wanted = plans.filter(({ targets }) => targets.length)
  const films: Made[] = []
  for (const [index, { shape, kbps }] of wanted.entries()) {
    const frame = layout(stream, shape)
    const words = notice && { seconds: notice.seconds, words: SYNTHETIC_WORDS }
    await writeText(path.join(folder, `${shape}.ass`), assOf({ layout: frame, cues, title, seconds, notice: words }))
    const made = await makeFilm(
      tools,
      {
        picture: { file: inStream(picture.uri), frameRate: picture.frameRate },
        sound: order.voice.uri && inStream(order.voice.uri),
        duration: stream.duration,
        layout: frame,
        kbps,
        title,
        notice,
      },
      folder,
      shape,
      {
        signal,
        onProgress: (at) => work.onProgress(index * seconds + at, wanted.length * seconds),
        pidFile: media.storage.pidFile(run),
      },
    )
    films.push({ name: `${shape}.mp4`, shape, ...made })
  }
  const heavy = (platform: Platform) =>
    films.some((film) => film.shape === platform.shape && film.bytes > platform.mostBytes)
  const targets = wanted.flatMap((plan) => plan.targets)
  const leftOut: LeftOut[] = [
    ...plans.flatMap((plan) => plan.leftOut),
    ...targets.filter(heavy).map(({ id }) => ({ id, reason: 'too-heavy' as const })),
  ]
  return { films, targets: targets.filter((platform) => !heavy(platform)), leftOut }
}

async function makeCovers({ media, order }: Work, targets: Platform[], folder: string) {
  const { stream, title } = order.film
  const poster = path.join(media.storage.streams, hashOfUrl(stream.folder), stream.poster)
  const files: { name: string; file: string }[] = []
  for (const { id, name, cover } of targets) {
    const file = path.join(folder, `${id}.jpg`)
    await makeCover(poster, title, cover, file)
    files.push({ name: `${name.zh}/封面.jpg`, file })
  }
  return files
}
