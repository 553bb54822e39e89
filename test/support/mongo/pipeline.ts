import type { Document } from 'bson'
import { Query, aggregate } from 'mingo'
import { resolve } from 'mingo/util'
import { assign, copy, type Collection } from './collection'

type Stores = (name: string) => Collection
const CHUNKS = new Set(['$lookup', '$unionWith'])

/** Runs an aggregation. Stages over several collections are done here; mingo does the others. */
export function runPipeline(
  stores: Stores,
  from: Collection,
  pipeline: Document[],
  variables: Document = {},
): Document[] {
  const [first, ...rest] = pipeline
  const led = first?.$match && !uses(first.$match, '$$')
  const start = led ? from.matching(first.$match) : from.matching()
  return runStages(stores, start.map(copy), led ? rest : pipeline, variables)
}

function runStages(stores: Stores, docs: Document[], stages: Document[], variables: Document): Document[] {
  const cut = stages.findIndex((stage) => CHUNKS.has(Object.keys(stage)[0] ?? ''))
  const plainly = (part: Document[]) => (part.length ? (aggregate(docs, part, { variables }) as Document[]) : docs)
  if (cut < 0) return plainly(stages)
  docs = plainly(stages.slice(0, cut))
  const { $lookup: lookup, $unionWith: union } = stages[cut]!
  if (lookup) for (const doc of docs) assign(doc, lookup.as, joined(stores, doc, lookup, variables))
  else docs = [...docs, ...runPipeline(stores, stores(union.coll ?? union), union.pipeline ?? [], variables)]
  return runStages(stores, docs, stages.slice(cut + 1), variables)
}

/** `$lookup` with localField and foreignField, with let and pipeline, or with both (MongoDB 5). */
function joined(stores: Stores, doc: Document, lookup: Document, outer: Document): Document[] {
  const { from, localField, foreignField, pipeline = [] } = lookup
  const variables = { ...outer }
  for (const [name, expression] of Object.entries((lookup.let ?? {}) as Document))
    variables[name] = (aggregate([doc], [{ $project: { _id: 0, value: expression } }])[0] as Document)?.value
  const store = stores(from)
  let docs = store.matching().map(copy)
  if (localField) {
    const local = resolve(doc, localField) as unknown
    const wanted = Array.isArray(local) ? local.flat() : [local ?? null]
    const query = new Query({ [foreignField]: { $in: wanted } })
    docs = docs.filter((other) => query.test(other))
  }
  return runStages(stores, docs, pipeline, variables)
}

const uses = (value: unknown, sign: string): boolean => JSON.stringify(value).includes(sign)
