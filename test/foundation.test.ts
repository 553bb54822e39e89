import { afterAll, beforeAll, expect, it } from 'vitest'
import { testRuntime } from './support/payload'

let product: Awaited<ReturnType<typeof testRuntime>>
beforeAll(async () => void (product = await testRuntime()))
afterAll(() => product.dispose())

it('starts on an empty database and keeps a topic', async () => {
  const { id } = await product.payload.create({
    collection: 'topics',
    data: { name: '婚姻家庭', nameEn: 'Marriage and family' },
  })
  const topic = await product.payload.findByID({ collection: 'topics', id })
  expect(topic).toMatchObject({ slug: 'marriage-and-family', floor: 0.02 })
})
