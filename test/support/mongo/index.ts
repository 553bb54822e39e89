import { spawnSync } from 'node:child_process'
import { createServer, type Socket } from 'node:net'
import { Databases } from './commands'
import { createReader, reply } from './wire'

/**
 * A contract double of MongoDB: it speaks the wire protocol for the commands this product sends, over mingo. What runs
 * against it is our use of the adapter, not MongoDB: there are no transactions, replica sets, plans or durability.
 */
export async function startMongoDouble(): Promise<{ url: string; stop(): Promise<void> }> {
  const databases = new Databases()
  const sockets = new Set<Socket>()
  const server = createServer((socket) => {
    sockets.add(socket)
    socket.setNoDelay(true)
    socket.on('close', () => sockets.delete(socket))
    socket.on('error', () => socket.destroy())
    socket.on(
      'data',
      createReader((request) => socket.write(reply(request, databases.run(request.command)))),
    )
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  const port = typeof address === 'object' && address ? address.port : 0
  const stop = () =>
    new Promise<void>((resolve) => {
      server.close(() => resolve())
      for (const socket of sockets) socket.destroy()
    })
  return { url: `mongodb://127.0.0.1:${port}/mingbai`, stop }
}

/** Which MongoDB the suite runs on: the named server, a `mongod` of this machine, or the double. It says which. */
export async function someMongo(): Promise<{ url: string; which: string; stop(): Promise<void> }> {
  const named = process.env.DATABASE_URL_TEST
  if (named?.startsWith('mongodb'))
    return { url: named, which: 'a real server (DATABASE_URL_TEST)', stop: async () => {} }
  if (spawnSync('mongod', ['--version']).status === 0) return (await import('./mongod')).startMongod()
  return { ...(await startMongoDouble()), which: 'contract double' }
}
