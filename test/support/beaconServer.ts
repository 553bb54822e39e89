import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import express from 'express'
import { beacon } from '../../src/analytics'
import { testRuntime } from './payload'
import { publicItem } from './publicItem'

/**
 * A process of its own that answers the beacon, to be killed or measured by its parent. `express` answers an empty 204
 * instead: what the bench compares with. The parent gets the port and, on request, the CPU used so far.
 */
const [kind = 'beacon', folder = ''] = process.argv.slice(2)

async function product() {
  const runtime = await testRuntime({ TRUST_PROXY: '1', ...(folder ? { DATA_DIR: folder } : {}) })
  await publicItem(runtime)
  return createServer(beacon(runtime))
}

const plain = () =>
  createServer(
    express()
      .disable('x-powered-by')
      .post('/e', (_req, res) => void res.status(204).end()),
  )

const server = kind === 'express' ? plain() : await product()
server.listen(0, '127.0.0.1', () => process.send?.({ port: (server.address() as AddressInfo).port }))
process.on('message', () => process.send?.({ cpu: process.cpuUsage(), rss: process.memoryUsage().rss }))
process.on('disconnect', () => process.exit(0))
