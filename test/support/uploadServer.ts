import { finishUploads } from '../../src/staff'
import { county } from './county'
import { serve } from './http'
import { testRuntime } from './payload'

/** A product on a given folder in a process of its own, to be killed in the middle of an upload. */
const [folder = ''] = process.argv.slice(2)
const product = await testRuntime({ DATA_DIR: folder })
const { totalDocs } = await product.payload.count({ collection: 'users' })
if (!totalDocs) await county(product)
const site = await serve(product)
await finishUploads(product)
process.send?.({ origin: site.origin, token: await site.signIn('lan') })
