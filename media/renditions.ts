import { stableHash } from '../src/lib/hash'
import { isStandardChinese } from '../src/lib/varieties'
import type { Probe } from './probe'
import { RECIPE, type SourceFile, type Sources, type Variety } from './sources'

/** One spoken rendition to make: from the film itself or from a dub. `key` names its content, so that it is made once. */
export type Spoken = {
  folder: string
  key: string
  file: SourceFile
  offsetMs: number
  variety: Variety
  name: string
  synthetic: boolean
  speaker?: string
  default: boolean
}
export type Timed = {
  folder: string
  file: SourceFile
  variety: Variety
  name: string
  origin: 'human' | 'machine'
  default: boolean
}

/** What will be heard, the film's own sound first. A film without sound speaks by its dubs, or is silent. Pure. */
export function spokenOf(sources: Sources, film: Probe, duration: number): Spoken[] {
  const own = film.audio
    ? [
        {
          file: sources.film,
          variety: sources.own,
          synthetic: sources.synthetic,
          speaker: sources.speaker,
          offsetMs: 0,
        },
      ]
    : []
  const all = [...own, ...sources.tracks]
  return all.map(({ file, variety, synthetic, speaker, offsetMs }, index) => ({
    ...distinct(all, index),
    key: stableHash({ recipe: RECIPE, sha256: file.sha256, offsetMs, duration, loudness: sources.loudness }),
    file,
    offsetMs,
    variety,
    synthetic,
    ...(speaker && { speaker }),
    default: index === 0,
  }))
}

/** What can be read. Standard Chinese, else the variety of the film itself, else the first, is shown by default. Pure. */
export function timedOf({ subtitles, own }: Sources): Timed[] {
  const standard = subtitles.findIndex(({ variety }) => isStandardChinese(variety.tag))
  const ofFilm = subtitles.findIndex(({ variety }) => variety.code === own.code)
  const shown = standard >= 0 ? standard : Math.max(0, ofFilm)
  return subtitles.map(({ file, variety, origin }, index) => ({
    ...distinct(subtitles, index),
    file,
    variety,
    origin,
    default: index === shown,
  }))
}

/** The content of the picture: changes with the recipe and the film only, or with the cover where that is the picture. Pure. */
export const pictureKey = ({ film, cover }: Sources, { video }: Probe) =>
  stableHash({ recipe: RECIPE, sha256: film.sha256, ...(!video && { still: cover?.filename ?? 'card' }) })

/** Two renditions of one variety get a number: players tell them apart by NAME, files by folder. */
function distinct(all: { variety: Variety }[], index: number): { folder: string; name: string } {
  const { code, name } = all[index]!.variety
  const earlier = all.slice(0, index).filter((other) => other.variety.code === code).length
  const folder = code.replace(/[^\w-]/g, '-')
  return earlier ? { folder: `${folder}-${earlier + 1}`, name: `${name} ${earlier + 1}` } : { folder, name }
}
