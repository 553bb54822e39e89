import { createHash } from 'node:crypto'
import type { Payload } from 'payload'
import { lettersOf } from '../../src/lib/ids'
import type { Order } from './order'

/** `account`: the channel that visits by this link are counted for. */
export type KitLink = { code: string; account?: string }

/**
 * The tracked link of a kit: one code a film, variety and office for ever. It is derived from them, so that a kit made
 * again carries the same one, and a crash in between makes no second.
 */
export async function ensureLink(payload: Payload, { film, voice, office }: Order): Promise<KitLink> {
  const code = lettersOf(
    createHash('sha256')
      .update(`kit:${film.id}:${voice.variety}:${office?.id ?? ''}`)
      .digest(),
  )
  const there = { collection: 'links', where: { code: { equals: code } } } as const
  const channel = await onlyAccount(payload, office?.id)
  const link = { code, ...(channel && { account: channel.name }) }
  if ((await payload.count(there)).totalDocs) return link
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
  return link
}

/** The account an office carries things on with by hand, if it has exactly one: more cannot be told apart. */
async function onlyAccount(payload: Payload, office: string | undefined) {
  if (!office) return undefined
  const where = { office: { equals: office }, kind: { equals: 'handout' }, enabled: { not_equals: false } }
  const { docs } = await payload.find({ collection: 'channels', where, depth: 0, limit: 2, overrideAccess: true })
  return docs.length === 1 ? docs[0] : undefined
}
