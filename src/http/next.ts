import type { RequestHandler } from 'express'
import next from 'next'
import type { Server } from 'node:http'
import type { Env } from '../env'

/** The admin and Payload's REST, served by Next. We listen before it is ready: residents need not wait for staff. */
export function mountNext(env: Env) {
  process.env.PORT = String(env.PORT)
  const dev = env.NODE_ENV === 'development'
  let ready: Promise<(req: never, res: never) => Promise<void>> | undefined
  let httpServer: Server | undefined

  const prepare = () =>
    (ready ??= (async () => {
      const app = next({ dev, dir: process.cwd(), hostname: env.HOST, port: env.PORT, httpServer, quiet: !dev })
      await app.prepare()
      return app.getRequestHandler() as never
    })())

  const handle: RequestHandler = (req, res, fail) => {
    prepare()
      .then((answer) => answer(req as never, res as never))
      .catch(fail)
  }
  return {
    handle,
    ready: async (server: Server) => {
      httpServer = server
      await prepare()
    },
  }
}
