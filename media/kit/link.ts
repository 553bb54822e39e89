import { createHash } from 'node:crypto'
import type { Payload } from 'payload'
import { lettersOf } from '../../src/lib/ids'
import type { Order } from './order'

/**
 * The tracked link of a kit: one code a film, variety and office for ever. It is derived from them, so that a kit made
 * again carries the same one, and a crash in between makes no second.
 */
export async function ensureLink(payload: Payload, { film, voice, office }: Order): Promise<string> {
  const code = lettersOf(
    createHash('sha256')
      .update(`kit:${film.id}:${voice.variety}:${office?.id ?? ''}`)
      .digest(),
  )
  const there = { collection: 'links', where: { code: { equals: code } } } as const
  if ((await payload.count(there)).totalDocs) return code
  const variety = voice.uri ? `?variety=${encodeURIComponent(voice.variety)}` : ''
  const note = ['素材包', film.title, voice.name, office?.name].filter(Boolean).join(' · ')
  try {
    await payload.create({
      collection: 'links',
      data: { code, path: `/videos/${film.slug}${variety}`, note },
      depth: 0,
    })
  } catch (error) {
    if (!(await payload.count(there)).totalDocs) throw error // another worker was quicker; anything else is a fault
  }
  return code
}
