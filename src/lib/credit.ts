import type { Payload } from 'payload'

type Item = { id: string; office?: unknown; originalOffice?: unknown; film?: unknown }
type Named = { id: string; name: string }

/**
 * Whom an item owes to more than one office, in a sentence: the office of the original for a borrowed article, who made
 * a film and who dubbed it. Null where one office did it all. Only approved dubs are named.
 */
export async function creditOf(payload: Payload, item: Item): Promise<string | null> {
  if (item.originalOffice) {
    const [original] = await officesOf(payload, [idOf(item.originalOffice)])
    return original ? `原文：${original.name}` : null
  }
  const maker = idOf(item.office)
  if (!item.film || !maker) return null
  const { docs } = await payload.find({
    collection: 'tracks',
    where: {
      and: [{ video: { equals: item.id } }, { approvedFile: { exists: true } }, { office: { not_equals: maker } }],
    },
    ...{ depth: 1, pagination: false, sort: 'createdAt', overrideAccess: true },
    select: { office: true, variety: true },
    populate: { offices: { name: true }, varieties: { name: true } },
  })
  const dubs = new Map<string, string[]>()
  for (const { office, variety } of docs as unknown as { office?: Named | null; variety?: Named | null }[])
    if (office?.name && variety?.name) dubs.set(office.name, [...(dubs.get(office.name) ?? []), variety.name])
  if (!dubs.size) return null
  const [made] = await officesOf(payload, [maker])
  return creditWords(made?.name ?? '', dubs)
}

/** “本片由甲司法所制作，乙司法所配客家话”. */
export function creditWords(maker: string, dubs: ReadonlyMap<string, readonly string[]>): string {
  const dubbed = [...dubs].map(([office, varieties]) => `${office}配${[...new Set(varieties)].join('、')}`)
  return [maker && `本片由${maker}制作`, ...dubbed].filter(Boolean).join('，')
}

async function officesOf(payload: Payload, ids: (string | null)[]): Promise<Named[]> {
  const { docs } = await payload.find({
    collection: 'offices',
    where: { id: { in: ids.filter((id) => id !== null) } },
    ...{ depth: 0, pagination: false, overrideAccess: true },
    select: { name: true },
  })
  return docs
}

const idOf = (value: unknown): string | null =>
  value && typeof value === 'object' && 'id' in value ? String((value as Named).id) : value ? String(value) : null
