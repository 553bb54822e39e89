import { buildSync } from 'esbuild'
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import { Router } from 'express'
import { securityHeaders } from '../http/headers'
import { CodedError } from '../lib/errors'
import type { Env } from '../env'
import type { Runtime } from '../runtime'
import { prepare, send, type Prepared } from './bodies'

const FOLDER = path.resolve('src/site/assets')
const OLDEST = ['es2019', 'chrome80', 'safari13']
const types: Record<string, string> = {
  js: 'text/javascript; charset=utf-8',
  css: 'text/css; charset=utf-8',
  svg: 'image/svg+xml',
}
type Asset = { file: string; body: Buffer; prepared?: Promise<Prepared> }

const made = new WeakMap<Runtime, ReturnType<typeof compile>>()

/** Our few scripts and the one style sheet, compiled for phones of 2019, under names that change with their content. */
export function assetsOf(runtime: Runtime) {
  const assets = made.get(runtime) ?? compile(runtime.env)
  made.set(runtime, assets)
  return assets
}

function compile(env: Env) {
  const { forResidents } = securityHeaders(env)
  const { outputFiles } = buildSync({
    entryPoints: ['page.ts', 'film.ts', 'site.css', 'shoot.ts', 'shoot.css'].map((name) => path.join(FOLDER, name)),
    outdir: '/',
    bundle: true,
    platform: 'browser',
    minify: true,
    target: OLDEST,
    // Safari 13 gets only corner cases of it wrong; esbuild would refuse all of it.
    supported: { destructuring: true },
    legalComments: 'none',
    write: false,
  })
  const named = new Map<string, Buffer>(
    outputFiles.map((file) => [path.basename(file.path), Buffer.from(file.contents)]),
  )
  named.set('icon.svg', readFileSync(path.join(FOLDER, 'icon.svg')))
  // The whole of hls.js: its light build has no alternate audio, which is what the languages are.
  named.set('hls.js', readFileSync(createRequire(path.join(FOLDER, 'x')).resolve('hls.js/dist/hls.min.js')))

  const assets = new Map<string, Asset>()
  const urls: Record<string, string> = {}
  for (const [name, body] of named) {
    const hash = createHash('sha256').update(body).digest('base64url').slice(0, 10)
    const file = name.replace(/\.(\w+)$/, `.${hash}.$1`)
    assets.set(file, { file, body })
    urls[name] = `${env.BASE_PATH}/assets/${file}`
  }

  const router = Router()
  router.get('/assets/:file', async (req, res) => {
    const asset = assets.get(req.params.file)
    if (!asset) throw new CodedError('not-found')
    asset.prepared ??= prepare(asset.body, {
      ...forResidents,
      'content-type': types[asset.file.split('.').pop() ?? ''] ?? 'application/octet-stream',
      'cache-control': 'public, max-age=31536000, immutable',
    })
    send(await asset.prepared, req, res)
  })
  return { urls, router }
}
