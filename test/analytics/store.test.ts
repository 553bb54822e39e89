import { afterAll, beforeAll, describe } from 'vitest'
import { someMongo } from '../support/mongo'
import { testRuntime } from '../support/payload'
import { keepsItsPromises } from './storeContract'

describe('in SQLite', () => {
  let product: Awaited<ReturnType<typeof testRuntime>>
  beforeAll(async () => void (product = await testRuntime({ DATABASE_URL: '' })))
  afterAll(() => product.dispose())
  keepsItsPromises(() => product.events)
})

const mongo = await someMongo()
describe(`in MongoDB: ${mongo.which}`, () => {
  let product: Awaited<ReturnType<typeof testRuntime>>
  beforeAll(async () => {
    const url = new URL(mongo.url)
    url.pathname = `/events_${Date.now()}`
    product = await testRuntime({ DATABASE_URL: url.toString() })
  })
  afterAll(async () => {
    await product.dispose()
    await mongo.stop()
  })
  keepsItsPromises(() => product.events)
})
