import type { Payload, PayloadRequest } from 'payload'
import { idOf } from '../../collections/access'
import { subtitleOf } from '../../collections/hooks/subtitles'
import { errorCodes } from '../lib/errorCodes'
import { CodedError } from '../lib/errors'
import type { Stream } from '../lib/stream'
import { checkCues } from '../lib/subtitleChecks'
import { lacksSubtitles } from '../lib/varieties'
import type { Variety } from '../payload-types'
import { missingFields, type Missing } from './completeness'
import type { ItemCollection, Version } from './version'

type Film = Pick<Version, 'doc' | 'parts'>

/** Whether the film speaks a dialect or minority language that nobody could read in standard Chinese. */
export async function speaksUnread(payload: Payload, { doc, parts }: Film): Promise<boolean> {
  const varieties = await varietiesOf(payload, { doc, parts })
  const tags = (rows: { variety?: unknown }[]) =>
    rows.flatMap(({ variety }) => varieties.get(idOf(variety) ?? '')?.tag ?? [])
  const written = parts.subtitles.filter(({ file }) => file)
  return lacksSubtitles({ spoken: tags([doc, ...parts.tracks]), written: tags(written) })
}

/** Everything that stops a hand-in, and the subtitles somebody should look at again, which stop nothing. */
export async function missingOf(req: PayloadRequest, collection: ItemCollection, version: Version) {
  const missing = await missingFields(req, collection, { ...version.doc })
  const { faulty, toMend } = await subtitleFindings(req.payload, version, req.i18n.language === 'en' ? 'en' : 'zh')
  return { missing: [...missing, ...faulty], subtitlesToMend: toMend }
}

async function subtitleFindings(payload: Payload, film: Film, language: 'zh' | 'en') {
  const varieties = await varietiesOf(payload, film)
  const durationMs = ((film.doc as { stream?: Stream | null }).stream?.duration ?? Infinity) * 1000
  const faulty: Missing[] = []
  const toMend: { id: string; name: string; count: number }[] = []
  for (const { id, variety, file } of film.parts.subtitles) {
    const name = varieties.get(idOf(variety) ?? '')?.name ?? ''
    try {
      if (!file) throw new CodedError('subtitle-no-text')
      const { cues } = await subtitleOf(payload, idOf(file)!)
      if (cues.every(({ start }) => start >= durationMs)) throw new CodedError('subtitle-outside-film')
      const count = new Set(checkCues(cues, 'usual', durationMs).map(({ cue }) => cue)).size
      if (count) toMend.push({ id, name, count })
    } catch (error) {
      if (!(error instanceof CodedError)) throw error
      const label = language === 'en' ? `Subtitle (${name})` : `${name}字幕`
      faulty.push({ path: 'captions', label, message: errorCodes[error.code][language] })
    }
  }
  return { faulty, toMend }
}

async function varietiesOf(payload: Payload, { doc, parts }: Film): Promise<Map<string, Variety>> {
  const used = [doc, ...parts.tracks, ...parts.subtitles]
    .map(({ variety }) => idOf(variety))
    .filter((id) => id !== null)
  if (!used.length) return new Map()
  const { docs } = await payload.find({
    collection: 'varieties',
    where: { id: { in: [...new Set(used)] } },
    depth: 0,
    pagination: false,
  })
  return new Map(docs.map((variety) => [variety.id, variety]))
}
