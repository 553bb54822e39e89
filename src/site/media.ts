import express, { Router, type RequestHandler } from 'express'
import { readFile } from 'node:fs/promises'
import type { ServerResponse } from 'node:http'
import path from 'node:path'
import { CodedError } from '../lib/errors'
import { publicPicture } from '../lib/pictures'
import type { Runtime } from '../runtime'
import { prepare, send } from './bodies'

/** Named by us: tables of types differ in what they call HLS, and a phone that sees the wrong name does not play (Apple 10.4). */
const types: Record<string, string> = {
  '.m3u8': 'application/vnd.apple.mpegurl',
  '.ts': 'video/mp2t',
  '.m4s': 'video/iso.segment',
  '.mp4': 'video/mp4',
  '.m4a': 'audio/mp4',
  '.mp3': 'audio/mpeg',
  '.vtt': 'text/vtt; charset=utf-8',
  '.jpg': 'image/jpeg',
  '.png': 'image/png',
  '.webp': 'image/webp',
  '.avif': 'image/avif',
}
const FOREVER = `public, max-age=${365 * 24 * 3600}, immutable`

/**
 * Films and pictures for residents: `/media/streams/<content hash>/...` and `/media/images/<file name>`, with ranges,
 * ETag and HEAD. Anything else below `/media` is not found; originals are not served at all.
 */
export function mediaRouter({ env }: Runtime): Router {
  const router = Router()
  const streams = path.resolve(env.DATA_DIR, 'streams')
  // A folder is named by the hash of its content: what was fetched once never changes.
  router.use('/media/streams', only, playlists(streams, FOREVER), serve(streams, FOREVER))
  // So are pictures; of an image only our own sizes, never the original.
  router.use('/media/images', only, sizes, serve(path.resolve(env.DATA_DIR, 'uploads', 'images'), FOREVER))
  router.use('/media', (_req, _res, next) => next(new CodedError('not-found')))
  return router
}

/** Reading only, and only files of the types above: notes of the pipeline beside them stay ours. */
const only: RequestHandler = (req, _res, next) => {
  if (req.method !== 'GET' && req.method !== 'HEAD') return next(new CodedError('method-not-allowed'))
  next(types[path.extname(req.path).toLowerCase()] ? undefined : new CodedError('not-found'))
}

const sizes: RequestHandler = (req, _res, next) =>
  next(publicPicture.test(req.path) ? undefined : new CodedError('not-found'))

/** Names as the pipeline gives them; anything else is not looked for. */
const PLAYLIST = /^(\/[\w-]+)+\.m3u8$/

/** Playlists are words: compressed they are a tenth (Apple 10.1). */
function playlists(root: string, caching: string): RequestHandler {
  const headers = {
    'content-type': types['.m3u8']!,
    'cache-control': caching,
    'x-content-type-options': 'nosniff',
  }
  return async (req, res, next) => {
    if (!PLAYLIST.test(req.path)) return next()
    const text = await readFile(path.join(root, req.path)).catch(() => undefined)
    if (!text) return next() // not there: said by the next one
    send(await prepare(text, headers), req, res)
  }
}

const serve = (root: string, caching: string): RequestHandler =>
  express.static(root, {
    index: false,
    redirect: false,
    dotfiles: 'ignore',
    cacheControl: false,
    setHeaders: (res: ServerResponse, file: string) => {
      res.setHeader('content-type', types[path.extname(file).toLowerCase()] ?? 'application/octet-stream')
      res.setHeader('cache-control', caching)
      res.setHeader('x-content-type-options', 'nosniff')
      // A strong tag, so that an interrupted download goes on where it stopped (If-Range wants one).
      if (caching.endsWith('immutable')) res.setHeader('etag', `"${encodeURI(path.relative(root, file))}"`)
    },
  })
