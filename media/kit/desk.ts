import type { Payload, Where } from 'payload'
import { CodedError } from '../../src/lib/errors'
import { changeIn } from '../../src/lib/lease'
import { budget } from './budget'
import { shapes } from './layout'
import { orderOf, publicFilm } from './order'
import { platforms } from './platforms'
import type { KitRow } from './status'

type Asked = { video: string; variety: string; written?: string | undefined; office: string | null }

const fresh = { state: 'waiting', attempts: 0, readyAt: 0, percent: 0, speed: null, error: null }

/**
 * Asks for the kit of a film in a variety for an office; the same row every time, so that twice asked is once made.
 * A finished one stays until the new one is. Throws `kit-not-public`, `kit-no-voice`, `kit-too-long`.
 */
export async function askForKit(payload: Payload, asked: Asked): Promise<void> {
  const film = await publicFilm(payload, asked.video)
  if (!film) throw new CodedError('kit-not-public')
  if (!(await orderOf(payload, film, asked))) throw new CodedError('kit-no-voice')
  if (shapes.every((shape) => !budget(film.stream.duration, shape, platforms).targets.length))
    throw new CodedError('kit-too-long')
  const key = [asked.video, asked.variety, asked.office ?? ''].join(':')
  const written = asked.written ?? null
  const there = await kitRows(payload, { key: { equals: key } })
  if (there[0]) {
    await changeIn(
      payload,
      { collection: 'kits', id: there[0].id, states: ['done', 'failed', 'cancelled'] },
      { ...fresh, written },
    )
    return
  }
  try {
    const { video, variety, office } = asked
    await payload.create({
      collection: 'kits',
      data: { key, video, variety, written, office, state: 'waiting' },
      depth: 0,
    })
  } catch (error) {
    if (!(await kitRows(payload, { key: { equals: key } })).length) throw error // a colleague was quicker
  }
}

/** Stops a kit that waits or is being made; the worker notices within a second. */
export async function cancelKit(payload: Payload, id: string): Promise<boolean> {
  const lease = { leaseOwner: null, leaseUntil: 0 }
  return changeIn(payload, { collection: 'kits', id, states: ['waiting', 'running'] }, { state: 'cancelled', ...lease })
}

export async function kitRows(payload: Payload, where: Where): Promise<KitRow[]> {
  const query = { collection: 'kits', where, depth: 0, pagination: false, limit: 500, overrideAccess: true } as const
  return (await payload.find({ ...query, sort: 'createdAt' })).docs as unknown as KitRow[]
}

/** The finished kit of a film for an office in a variety (its code), else in the film's first one; none when out of date. */
export async function readyKit(payload: Payload, video: string, office: string | null, variety?: string) {
  const film = await publicFilm(payload, video)
  if (!film) return undefined
  const spoken = variety ?? film.stream.audio[0]?.variety ?? 'none'
  const rows = await kitRows(payload, { video: { equals: video }, variety: { equals: spoken } })
  const row = rows.find((one) => one.made && (one.office ?? null) === office)
  const order = row && (await orderOf(payload, film, row))
  return row && order?.sources === row.made!.sources ? row : undefined
}
