import type { CollectionSlug, DataFromCollectionSlug, Payload, Where } from 'payload'

type Data = Record<string, unknown>

/**
 * Makes a row unless one with the same natural key stands already: a first start that was cut off goes on where it
 * stopped, and what people changed since is left alone.
 */
export async function ensure<S extends CollectionSlug>(
  payload: Payload,
  collection: S,
  key: Record<string, string>,
  data: Data,
  context: Record<string, unknown> = {},
): Promise<DataFromCollectionSlug<S>> {
  const found = await findByKey(payload, collection, key)
  if (found) return found
  return (await payload.create({
    collection,
    data: { ...key, ...data } as never,
    depth: 0,
    context,
  })) as DataFromCollectionSlug<S>
}

export async function findByKey<S extends CollectionSlug>(
  payload: Payload,
  collection: S,
  key: Record<string, string>,
) {
  const where: Where = { and: Object.entries(key).map(([name, value]) => ({ [name]: { equals: value } })) }
  const { docs } = await payload.find({ collection, where, depth: 0, limit: 1, pagination: false })
  return docs[0] as DataFromCollectionSlug<S> | undefined
}

/** Ids by a natural key, for turning the seed's words into relations. */
export async function idsBy(
  payload: Payload,
  collection: CollectionSlug,
  key: 'slug' | 'code' | 'username',
): Promise<(value: string) => string> {
  const { docs } = await payload.find({ collection, depth: 0, pagination: false })
  const ids = new Map(docs.map((doc) => [String((doc as unknown as Data)[key]), String(doc.id)]))
  return (value) => {
    const id = ids.get(value)
    if (!id) throw new Error(`the seed names ${collection} ${value}, which is not there`)
    return id
  }
}
