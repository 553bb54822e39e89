import type { Payload } from 'payload'
import { creditOf } from '../src/lib/credit'
import { streamSchema, type Stream } from '../src/lib/stream'
import type { Article, Channel, Delivery, Segment, Topic, Variety, Video } from '../src/payload-types'
import type { Package } from './channels/contract'
import { idOf } from './officeMix'

/** The site's own address; every link of a delivery is tracked by its code. */
export type Address = { publicUrl: string }

/** Packs a delivery for its channel; null when the item is not public any more. */
export async function pack(payload: Payload, delivery: Delivery, { publicUrl }: Address): Promise<Package | null> {
  const [collection, id] = delivery.itemKey.split(':') as ['articles' | 'videos', string]
  const item = await payload.findByID({ collection, id, depth: 0, disableErrors: true, overrideAccess: true })
  if (!item || item._status !== 'published') return null
  const one = <T>(
    name: 'segments' | 'topics' | 'channels' | 'varieties' | 'offices',
    value: string | object | null | undefined,
  ) =>
    value
      ? (payload.findByID({
          collection: name,
          id: idOf(value as string),
          depth: 0,
          disableErrors: true,
          overrideAccess: true,
        }) as Promise<T | null>)
      : Promise.resolve(null)
  const [segment, topic, channel, variety, office] = await Promise.all([
    one<Segment>('segments', delivery.segment),
    one<Topic>('topics', delivery.topic),
    one<Channel>('channels', delivery.channel),
    one<Variety>('varieties', delivery.variety),
    one<{ name: string }>('offices', delivery.office),
  ])
  const stream = 'film' in item ? (streamSchema.safeParse(item.stream).data ?? null) : null
  return {
    code: delivery.code,
    dueAt: new Date(delivery.dueAt),
    until: delivery.until ? new Date(delivery.until) : null,
    item: {
      key: delivery.itemKey,
      title: item.title,
      text: shortText(item),
      credit: await creditOf(payload, item),
      link: `${publicUrl}/l/${delivery.code}`,
      media: mediaOf(stream, publicUrl),
    },
    segment: { slug: segment?.slug ?? '', name: segment?.name ?? '' },
    topic: { slug: topic?.slug ?? '', name: topic?.name ?? '' },
    variety: variety?.tag ?? null,
    office: office?.name ?? null,
    channel: {
      id: channel ? String(channel.id) : '',
      code: channel?.code ?? '',
      webhook: channel?.webhook?.url
        ? {
            url: channel.webhook.url,
            secret: channel.webhook.secret ?? '',
            allowPrivate: Boolean(channel.webhook.allowPrivate),
          }
        : null,
    },
  }
}

const stamps: Record<string, string> = { yes: '能', no: '不能', depends: '看情况' }

/** What fits a group message: the stamp and the answer, or what the film is about. */
export function shortText(item: Article | Video): string {
  if ('film' in item) return item.summary ?? ''
  const stamp = item.verdict ? `【${stamps[item.verdict]}】` : ''
  return stamp + (item.answer ?? '')
}

export function mediaOf(stream: Stream | null, publicUrl: string): Package['item']['media'] {
  const file = (name: string) => (stream ? `${publicUrl}${stream.folder}/${name}` : null)
  return {
    poster: stream && file(stream.poster),
    film: stream && file(stream.fallback),
    stream: stream && file(stream.master),
    seconds: stream?.duration ?? null,
  }
}
