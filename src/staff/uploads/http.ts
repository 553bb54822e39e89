import { Metadata } from '@tus/server'
import type { Request, RequestHandler, Response } from 'express'
import { CodedError, errorBody } from '../../lib/errors'
import { CHUNK_MOST, IDLE_MS } from './rules'

/** Node's request time-out is off, it would end a slow upload; a line without a byte is ended instead. */
export const idle: RequestHandler = (req, _res, next) => {
  if (req.method !== 'PATCH' && req.method !== 'POST') return next()
  req.setTimeout(IDLE_MS, () => req.destroy())
  req.once('end', () => req.setTimeout(0)) // making the document may take longer
  next()
}

export const smallPieces: RequestHandler = (req, res, next) => {
  const length = Number(req.headers['content-length'] ?? 0)
  const whole = req.headers['transfer-encoding'] === undefined
  if (whole && length <= CHUNK_MOST) return next()
  res.set('connection', 'close')
  next(new CodedError(whole ? 'too-large' : 'bad-request'))
}

/** The answer of an upload that has become a document, to HEAD and to a repeated last piece. */
export function finished(res: Response, req: Request, size: number, document: string | null): void {
  if (!document) throw new CodedError('not-found')
  res.set({ 'tus-resumable': '1.0.0', 'cache-control': 'no-store', 'upload-document': document })
  res.set({ 'upload-offset': String(size), 'upload-length': String(size) })
  res.status(req.method === 'HEAD' ? 200 : 204).end()
}

/** What tus sends instead of 204, in the words of all our errors. */
export function refused(error: unknown, req: Request) {
  const body = errorBody(error, req.acceptsLanguages('zh', 'en') === 'en' ? 'en' : 'zh')
  const status = error instanceof CodedError ? error.status : 500
  return { status_code: status, headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }
}

/** Throws `bad-request` for a header that is none. */
export function metadataOf(req: Request): unknown {
  const header = req.headers['upload-metadata']
  try {
    return Metadata.parse(Array.isArray(header) ? header.join(',') : header)
  } catch (error) {
    throw new CodedError('bad-request', undefined, undefined, { cause: error })
  }
}

export const strings = (row: object): Record<string, string> =>
  Object.fromEntries(
    Object.entries(row).flatMap(([name, value]) => (value === undefined ? [] : [[name, String(value)]])),
  )
