import { idOf } from '../../collections/access'
import type { Office } from '../payload-types'
import type { Runtime } from '../runtime'
import { countyCap, officeRows } from './county'
import { idsBy } from './keyed'
import { demoAtRest } from './later'
import { mark, marked } from './ledger'
import { demoCollections, demoRows } from './rows'

type Person = { id: string; name: string }
type Limit = NonNullable<Office['limits']>[number]
const INVENTED = '演示数据，虚构'

/**
 * Takes the demo county out and opens the site for real use. Settings, laws, colleagues and reference rows stay, and so
 * does whatever staff wrote themselves. Every step may run again; a clearing that was cut off is completed at the next
 * start.
 */
export async function clearDemo(runtime: Runtime, by: Person): Promise<Record<string, number>> {
  const { payload } = runtime
  const counts = Object.fromEntries(Object.entries(await demoRows(payload)).map(([name, ids]) => [name, ids.length]))
  await mark(payload, 'demo.clear.begun', { counts }, by)
  await demoAtRest(runtime)
  await clear(runtime, by)
  return counts
}

export async function resumeClearing(runtime: Runtime): Promise<void> {
  const begun = await marked(runtime.payload, 'demo.clear.begun')
  if (!begun || (await marked(runtime.payload, 'demo.clear.done'))) return
  runtime.log.warn('clearing the demo was cut off; going on')
  await clear(runtime)
}

async function clear(runtime: Runtime, by?: Person): Promise<void> {
  const { payload, events, epoch } = runtime
  const inUse = await channelsInUse(runtime)
  for (const collection of demoCollections) {
    const ids = (await demoRows(payload))[collection].filter((id) => !inUse.has(id))
    // In parts: SQLite takes a limited number of values in one statement.
    for (let at = 0; at < ids.length; at += 100) await remove(runtime, collection, ids.slice(at, at + 100))
  }
  await events.clearDemo()
  await forgetInventedFigures(runtime)
  await payload.updateGlobal({ slug: 'settings', data: { demo: false }, depth: 0 })
  await mark(payload, 'demo.clear.done', undefined, by)
  epoch.bump()
}

/** A bulk delete reports what it could not remove instead of throwing. */
async function remove({ payload }: Runtime, collection: (typeof demoCollections)[number], ids: string[]) {
  const { errors } = await payload.delete({ collection, where: { id: { in: ids } }, depth: 0, overrideLock: true })
  if (errors.length) throw new Error(`${collection} could not be cleared: ${errors[0]!.message}`)
}

/** A channel that a campaign or a series of the office's own goes through stays. */
async function channelsInUse({ payload }: Runtime) {
  const rows = await demoRows(payload)
  const all = { depth: 0, pagination: false } as const
  const [campaigns, series] = await Promise.all([
    payload.find({
      ...{ collection: 'campaigns', ...all, select: { channels: true } },
      where: { and: [{ channels: { in: rows.channels } }, { id: { not_in: rows.campaigns } }] },
    }),
    payload.find({
      ...{ collection: 'series', ...all, select: { channel: true } },
      where: { and: [{ channel: { in: rows.channels } }, { id: { not_in: rows.series } }] },
    }),
  ])
  const through = campaigns.docs.flatMap(({ channels }) => channels ?? [])
  return new Set([...through, ...series.docs.map(({ channel }) => channel)].map(String))
}

/** Colleagues belong to the offices, so these stay; invented telephones, head counts and caps must not outlive the demo. */
async function forgetInventedFigures({ payload }: Runtime): Promise<void> {
  const marriage = (await idsBy(payload, 'topics', 'slug'))(countyCap.topic)
  const isDemoCap = ({ topic, cap, floor, share }: Limit) =>
    idOf(topic) === marriage && cap === countyCap.cap && floor == null && share == null
  for (const { slug, telephone, address, about } of officeRows) {
    const { docs } = await payload.find({
      collection: 'offices',
      where: { slug: { equals: slug } },
      depth: 0,
      limit: 1,
    })
    const office = docs[0]
    if (!office) continue
    const own = (value: string | null | undefined, invented: string) => (value === invented ? null : value)
    await payload.update({
      collection: 'offices',
      id: office.id,
      data: {
        telephone: own(office.telephone, telephone),
        address: own(office.address, address),
        about: own(office.about, about),
        population: (office.population ?? []).filter(({ source }) => source !== INVENTED),
        limits: (office.limits ?? []).filter((row) => !isDemoCap(row)),
      },
      depth: 0,
    })
  }
  await payload.update({
    collection: 'segments',
    where: { populationSource: { equals: INVENTED } },
    data: { population: null, populationSource: null, populationDate: null },
    depth: 0,
  })
}
