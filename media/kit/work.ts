import { randomUUID } from 'node:crypto'
import { CodedError } from '../../src/lib/errors'
import type { ErrorCode } from '../../src/lib/errorCodes'
import { claim, finish, type Claimed } from '../../src/lib/lease'
import { faultOf, said } from '../faults'
import type { Media } from '../media'
import { heartbeat } from '../work'
import { kitRows } from './desk'
import { makeKit, type Place } from './make'
import { orderOf, publicFilm, type Order } from './order'
import { kitRun } from './run'
import type { KitRow, Made } from './status'

const LEASE_MS = 30_000
const MOST_ATTEMPTS = 3
const PAUSE_MS = 15_000
type Held = { collection: 'kits'; id: string; owner: string }

/** Makes one kit that waits, if there is one; says whether there was. Streams come first, so the caller asks again. */
export async function workKit(media: Media, place: Place): Promise<boolean> {
  if (media.signal?.aborted) return false
  const owner = randomUUID()
  const [claimed] = await claim(media.payload, {
    collection: 'kits',
    states: ['waiting', 'running'],
    claimed: 'running',
    owner,
    now: media.now(),
    ttlMs: LEASE_MS,
    limit: 1,
  })
  if (!claimed) return false
  await workOn(media, claimed, { collection: 'kits', id: claimed.id, owner }, place)
  return true
}

async function workOn(media: Media, { attempts }: Claimed, held: Held, place: Place): Promise<void> {
  const [row] = await kitRows(media.payload, { id: { equals: held.id } })
  if (!row) return
  const run = kitRun(row.id)
  if (attempts > MOST_ATTEMPTS) return fail(media, held, 'kit-failed')
  const heart = heartbeat(media, held)
  try {
    if (!media.tools) throw new CodedError('media-no-ffmpeg')
    const order = await currentOrder(media, row)
    const { signal, progress: onProgress } = heart
    const kit = await makeKit({ media, tools: media.tools, run, order, place, signal, onProgress })
    await currentOrder(media, row) // withdrawn while it was packed: nobody gets it
    await heart.stop()
    const made: Made = { ...kit, sources: order.sources, at: media.now().toISOString(), name: nameOf(order) }
    await finish(media.payload, held, { state: 'done', percent: 100, made, error: null })
  } catch (error) {
    await heart.stop()
    await settle(media, held, attempts, error, heart.lost())
  }
  // Unless our lease ran out and another worker is busy in that folder.
  if ((await kitRows(media.payload, { id: { equals: held.id } }))[0]?.state !== 'running')
    await media.storage.dropRun(run)
}

async function currentOrder({ payload }: Media, row: KitRow): Promise<Order> {
  const film = await publicFilm(payload, row.video)
  if (!film) throw new CodedError('kit-not-public')
  const order = await orderOf(payload, film, row)
  if (!order) throw new CodedError('kit-no-voice')
  return order
}

async function settle(media: Media, held: Held, attempts: number, error: unknown, lost: boolean): Promise<void> {
  if (lost) return // cancelled, or somebody else has it
  if (media.signal?.aborted)
    return void (await finish(media.payload, held, { state: 'waiting', attempts: attempts - 1, percent: 0 }))
  const code = faultOf(error, 'package')?.code
  media.log[code ? 'info' : 'error']({ err: error, kit: held.id, said: said(error) }, 'a kit could not be packed')
  if (code) return fail(media, held, code)
  if (attempts >= MOST_ATTEMPTS) return fail(media, held, 'kit-failed')
  await finish(media.payload, held, {
    state: 'waiting',
    percent: 0,
    readyAt: media.now().getTime() + PAUSE_MS * attempts,
  })
}

const fail = async (media: Media, held: Held, code: ErrorCode) =>
  void (await finish(media.payload, held, { state: 'failed', error: { code } }))

/** The name of the file a colleague saves. */
const nameOf = ({ film, voice }: Order) =>
  `${film.title}-${voice.name}`.replace(/[\\/:*?"<>|\p{Cc}]+/gu, '').slice(0, 60) + '.zip'
