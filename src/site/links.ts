import { Router, type Request } from 'express'
import { toBuffer, toString as toSvg } from 'qrcode'
import { CodedError } from '../lib/errors'
import type { Runtime } from '../runtime'
import type { Repository } from './repository'
import type { LinkTarget } from './repository/links'

const QR = { margin: 2, errorCorrectionLevel: 'M' } as const
const PNG_WIDTH = 640

/** Tracked short links and their QR codes. The link knows where it came from, not who follows it. */
export function linksRouter({ env }: Runtime, repo: Repository): Router {
  const router = Router()
  const known = async (req: Request): Promise<LinkTarget> => {
    const code = String(req.params.code)
    const target = /^[\w-]{1,64}$/.test(code) ? await repo.link(code) : undefined
    if (!target) throw new CodedError('not-found')
    return target
  }
  const short = (req: Request) => `${env.PUBLIC_URL}/l/${String(req.params.code)}`

  router.get('/l/:code.svg', async (req, res) => {
    await known(req)
    res.set('cache-control', 'public, max-age=86400').type('image/svg+xml')
    res.send(await toSvg(short(req), { ...QR, type: 'svg' }))
  })
  router.get('/l/:code.png', async (req, res) => {
    await known(req)
    res.set('cache-control', 'public, max-age=86400').type('image/png')
    res.send(await toBuffer(short(req), { ...QR, type: 'png', width: PNG_WIDTH }))
  })
  router.get('/l/:code', async (req, res) => {
    res.set('cache-control', 'no-store').redirect(302, env.BASE_PATH + attributed(await known(req)))
  })
  return router
}

/** The path with the segment it was made for and what the visit is credited to. */
export function attributed({ path, segment, channel, delivery }: LinkTarget): string {
  const [address = '/', anchor] = path.split('#')
  const [clean = '/', query] = address.split('?')
  const params = new URLSearchParams(query)
  for (const [name, value] of Object.entries({ s: segment, c: channel, d: delivery }))
    if (value) params.set(name, value)
  const written = params.toString()
  return clean + (written && `?${written}`) + (anchor ? `#${anchor}` : '')
}
