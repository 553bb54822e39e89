import { beforeAll, afterAll, describe, expect, it } from 'vitest'
import { county, type County } from '../support/county'
import { testRuntime } from '../support/payload'

let product: Awaited<ReturnType<typeof testRuntime>>
let world: County
beforeAll(async () => {
  product = await testRuntime()
  world = await county(product)
})
afterAll(() => product.dispose())

type Who = keyof County['people']
type Rows = { topic: string; floor?: number; cap?: number; share?: number }[]

/** What stands in the row afterwards: a field one may not change is passed over, the rest is saved. */
async function set(collection: 'offices' | 'segments', id: string, who: Who, limits: Rows, more: object = {}) {
  const user = { ...world.people[who], collection: 'users' as const }
  const data = { limits, ...more } as never
  await product.payload
    .update({ collection, id, data, user, overrideAccess: false, depth: 0 })
    .catch((error: Error & { status?: number }) => {
      if (error.status !== 403 && error.status !== 404) throw error
    })
  return product.payload.findByID({ collection, id, depth: 0 })
}
let asked = 0
/** Another floor each time, so that what stood there before is no success. */
const next = () => ++asked / 100
const rows = (floor: number): Rows => [{ topic: world.topic.id, floor }]

describe('limits of an office', () => {
  it.each<[Who, 'south' | 'north', boolean]>([
    ['manager', 'south', true],
    ['publisher', 'south', true],
    ['townPublisher', 'south', true],
    ['townPublisher', 'north', false],
    ['editor', 'south', false],
    ['reviewer', 'south', false],
    ['auditor', 'south', false],
  ])('%s sets those of the %s: %s', async (who, place, may) => {
    const floor = next()
    const { limits } = await set('offices', world[place].id, who, rows(floor))
    expect(limits?.[0]?.floor === floor).toBe(may)
  })

  it('are all that a manager changes of an office', async () => {
    const office = await set('offices', world.south.id, 'manager', rows(0.42), { telephone: '110' })
    expect(office).toMatchObject({ limits: [{ floor: 0.42 }] })
    expect((office as { telephone?: string | null }).telephone ?? null).toBeNull()
  })

  it('go into the audit log with name, from and to', async () => {
    await set('offices', world.south.id, 'manager', rows(0.2))
    await set('offices', world.south.id, 'manager', rows(0.3))
    await set('offices', world.south.id, 'manager', rows(0.3))
    const { docs } = await product.payload.find({
      collection: 'audit',
      where: { and: [{ action: { equals: 'office.change' } }, { subject: { equals: `offices:${world.south.id}` } }] },
      sort: '-createdAt',
    })
    expect(docs[0]).toMatchObject({
      actorName: '凌领导',
      details: {
        limits: { from: [expect.objectContaining({ floor: 0.2 })], to: [expect.objectContaining({ floor: 0.3 })] },
      },
    })
    expect(docs[1]!.details).toMatchObject({ limits: { to: [expect.objectContaining({ floor: 0.2 })] } })
  })

  it.each<[string, () => Rows]>([
    ['30 for 30 %', () => [{ topic: world.topic.id, cap: 30 }]],
    ['a floor over its cap', () => [{ topic: world.topic.id, floor: 0.5, cap: 0.2 }]],
    ['a topic twice', () => [...rows(0.1), ...rows(0.2)]],
  ])('are refused with words for %s', async (_name, limits) => {
    const failed = await set('offices', world.south.id, 'manager', limits()).catch(
      (error: { status: number; data: { errors: { message: string }[] } }) => error,
    )
    expect(failed).toMatchObject({
      status: 400,
      data: { errors: [{ message: expect.stringMatching(/写|请改|并成/) }] },
    })
  })
})

describe('limits of a segment', () => {
  it.each<[Who, boolean]>([
    ['manager', true],
    ['publisher', true],
    ['townPublisher', false],
    ['editor', false],
  ])('%s of the county sets them for everybody: %s', async (who, may) => {
    const floor = next()
    const { limits } = await set('segments', world.segment.id, who, rows(floor))
    expect(limits?.[0]?.floor === floor).toBe(may)
  })
})
