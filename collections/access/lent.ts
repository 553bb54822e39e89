import type { Payload } from 'payload'
import { idOf } from './index'

/** Ids of the offices that have borrowed an item (`videos:<id>`). */
export async function borrowersOf(payload: Payload, itemKey: string): Promise<Set<string>> {
  const { docs } = await payload.find({
    collection: 'loans',
    where: { itemKey: { equals: itemKey } },
    depth: 0,
    pagination: false,
    select: { office: true },
  })
  return new Set(docs.flatMap(({ office }) => idOf(office) ?? []))
}
