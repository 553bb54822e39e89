import { readFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { RequestHandler } from 'express'
import { createApp } from '../../src/http/app'
import { county, caseOf, richText } from './county'
import { testRuntime } from './payload'

/**
 * A process of its own that answers one article, to be measured by its parent: `site` is the product behind its page
 * cache, `raw` is bare node:http answering the bytes and headers kept in a file. The parent gets the port and, on request, the CPU used.
 */
const [kind = 'site', file = ''] = process.argv.slice(2)

async function product() {
  const runtime = await testRuntime()
  const made = await county(runtime)
  await runtime.payload.create({
    collection: 'articles',
    data: {
      ...caseOf(made),
      slug: 'wages',
      office: made.south.id,
      story: richText(
        Array.from({ length: 220 }, (_, n) => `第${n}天，老王又去了一趟工地，问了${n * 7}句话。`).join(''),
      ),
      _status: 'published',
    },
    context: { workflow: 'approve' },
  })
  const nobody: RequestHandler = (_req, res) => void res.status(404).end()
  return createServer(createApp(runtime, nobody))
}

function raw() {
  const { headers, text } = JSON.parse(readFileSync(file, 'utf8')) as { headers: string[]; text: string }
  const body = Buffer.from(text, 'base64')
  return createServer((_req, res) => {
    res.writeHead(200, headers)
    res.end(body)
  })
}

const server = kind === 'raw' ? raw() : await product()
server.listen(0, '127.0.0.1', () => process.send?.({ port: (server.address() as AddressInfo).port }))
process.on('message', () => process.send?.({ cpu: process.cpuUsage() }))
process.on('disconnect', () => process.exit(0))
