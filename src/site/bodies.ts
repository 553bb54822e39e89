import { createHash } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'

export type Encoding = 'br' | 'gzip' | 'identity'
type Form = { body: Buffer; etag: string; headers: string[]; unchanged: string[] }
/** One answer in every encoding, with its headers written out: sending it is one call. */
export type Prepared = Record<Encoding, Form> & { bytes: number }

const BROTLI_QUALITY = 6

/** Compresses a body and writes its headers, once for all who ask for it. */
export async function prepare(text: string | Buffer, headers: Record<string, string>, quality = BROTLI_QUALITY) {
  const identity = Buffer.from(text)
  const params = {
    [constants.BROTLI_PARAM_QUALITY]: quality,
    [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT,
    [constants.BROTLI_PARAM_SIZE_HINT]: identity.length,
  }
  const [br, zipped] = await Promise.all([
    promisify(brotliCompress)(identity, { params }),
    promisify(gzip)(identity, { level: 6 }),
  ])
  const hash = createHash('sha256').update(identity).digest('base64url').slice(0, 16)
  const form = (encoding: Encoding, body: Buffer): Form => {
    const etag = `"${hash}${encoding === 'identity' ? '' : `-${encoding}`}"`
    const always = Object.entries({ ...headers, etag, vary: 'Accept-Encoding' }).flat()
    const coded = encoding === 'identity' ? [] : ['content-encoding', encoding]
    return {
      body,
      etag,
      headers: [...always, ...coded, 'content-length', String(body.length)],
      unchanged: always,
    }
  }
  const prepared: Prepared = {
    br: form('br', br),
    gzip: form('gzip', zipped),
    identity: form('identity', identity),
    bytes: br.length + zipped.length + identity.length,
  }
  return prepared
}

/** Answers GET and HEAD from a prepared body, with 304 for those who have it. */
export function send(prepared: Prepared, req: IncomingMessage, res: ServerResponse): void {
  const form = prepared[remembered(req.headers['accept-encoding'])]
  const known = req.headers['if-none-match']
  if (known !== undefined && (known === form.etag || knows(known, form.etag))) {
    res.writeHead(304, form.unchanged)
    return void res.end()
  }
  res.writeHead(200, form.headers)
  if (req.method === 'HEAD') return void res.end()
  res.end(form.body)
}

const knows = (header: string, etag: string) =>
  header === '*' || header.split(',').some((one) => one.trim().replace(/^W\//, '') === etag)

const ASKED_WAYS = 200
const ways = new Map<string, Encoding>()

/** Browsers ask in a handful of ways; reading the header anew costs as much as everything else here. */
function remembered(header: string | string[] | undefined): Encoding {
  const asked = String(header ?? '')
  const known = ways.get(asked)
  if (known) return known
  const encoding = accepted(asked)
  if (ways.size < ASKED_WAYS) ways.set(asked, encoding)
  return encoding
}

/** The best encoding a client takes; `q=0` refuses one. */
export function accepted(header: string | string[] | undefined): Encoding {
  const text = String(header ?? '')
  if (!text) return 'identity'
  const offers = text.split(',').map((offer) => offer.trim().split(/\s*;\s*q=/))
  const takes = (name: string) => offers.some(([offer, weight]) => offer === name && Number(weight ?? 1) > 0)
  return takes('br') ? 'br' : takes('gzip') ? 'gzip' : 'identity'
}
