import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { get } from 'node:http'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { askChild, killChild, startChild } from '../support/child'
import type { Row } from './table'

const SERVER = 'test/support/pageServer.ts'
const CONNECTIONS = 50
const UNCACHED = 60

/**
 * A cached article, compressed, against bare node:http answering the same bytes, headers included: CPU per request of the whole process.
 * The uncached page is asked for under a new cache key each time.
 */
export async function run(): Promise<Row[]> {
  const seconds = Number(process.env.BENCH_SECONDS ?? 8)
  const folder = mkdtempSync(path.join(tmpdir(), 'mingbai-bench-'))
  const file = path.join(folder, 'page.json')
  try {
    const site = await startChild<{ port: number }>(SERVER, ['site'])
    const address = `http://127.0.0.1:${site.hello.port}/articles/wages`
    const { body, headers } = await fetched(address)
    writeFileSync(file, JSON.stringify({ headers, text: body.toString('base64') }))
    const raw = await startChild<{ port: number }>(SERVER, ['raw', file])
    try {
      const bare = await measure(raw.child, `http://127.0.0.1:${raw.hello.port}/articles/wages`, seconds)
      const cached = await measure(site.child, address, seconds)
      const times = await uncached(address)
      return [
        row(`raw node:http, ${body.length} bytes of brotli`, bare),
        {
          ...row('cached article, same bytes', cached),
          against: `${(bare.cpu / cached.cpu).toFixed(2)} x CPU, ${(cached.rate / bare.rate).toFixed(2)} x rate`,
        },
        {
          what: 'article made anew',
          rate: '',
          cpu: '',
          p50: `${times[Math.floor(times.length / 2)]!.toFixed(1)}ms`,
          p99: `${times.at(-1)!.toFixed(1)}ms`,
          against: '',
        },
      ]
    } finally {
      await Promise.all([killChild(raw.child), killChild(site.child)])
    }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

type Measured = { rate: number; cpu: number; p50: string; p99: string; failed: number }

async function measure(child: Parameters<typeof askChild>[0], url: string, seconds: number): Promise<Measured> {
  await load(url, 2)
  const before = await used(child)
  const timed = await load(url, seconds)
  const after = await used(child)
  return { ...timed, rate: timed.answered / seconds, cpu: (after - before) / 1_000 / timed.answered }
}

async function used(child: Parameters<typeof askChild>[0]): Promise<number> {
  const { cpu } = await askChild<{ cpu: NodeJS.CpuUsage }>(child)
  return cpu.user + cpu.system
}

function load(url: string, seconds: number) {
  const args = ['-t1', `-c${CONNECTIONS}`, `-d${seconds}s`, '--latency', '-H', 'Accept-Encoding: gzip, br', url]
  return new Promise<{ answered: number; failed: number; p50: string; p99: string }>((resolve, reject) => {
    const wrk = spawn('wrk', args, { stdio: ['ignore', 'pipe', 'inherit'] })
    let said = ''
    wrk.stdout.on('data', (chunk: Buffer) => (said += chunk.toString()))
    wrk.on('error', reject)
    wrk.on('close', () => {
      resolve({
        answered: Number(/(\d+) requests in/.exec(said)?.[1] ?? 0),
        failed: Number(/Non-2xx or 3xx responses: (\d+)/.exec(said)?.[1] ?? 0),
        p50: /^\s+50%\s+(\S+)/m.exec(said)?.[1] ?? '',
        p99: /^\s+99%\s+(\S+)/m.exec(said)?.[1] ?? '',
      })
    })
  })
}

/** Milliseconds of each page made anew, sorted; the first ones warm up. */
async function uncached(address: string): Promise<number[]> {
  const times: number[] = []
  for (let n = 0; n < UNCACHED + 10; n++) {
    const start = performance.now()
    await fetched(`${address}?s=nobody-${n}`)
    if (n >= 10) times.push(performance.now() - start)
  }
  return times.sort((a, b) => a - b)
}

/** A page as it comes over the wire; what node adds by itself to every answer is left out. */
function fetched(url: string): Promise<{ body: Buffer; headers: string[] }> {
  const own = /^(date|connection|keep-alive)$/i
  return new Promise((resolve, reject) => {
    get(url, { headers: { 'accept-encoding': 'gzip, br', accept: 'text/html' } }, (res) => {
      const parts: Buffer[] = []
      res.on('data', (part: Buffer) => parts.push(part))
      res.on('end', () => {
        if (res.statusCode !== 200) return reject(new Error(`${url} answered ${res.statusCode}`))
        const headers = Object.entries(res.headers).flatMap(([name, value]) =>
          own.test(name) ? [] : [name, String(value)],
        )
        resolve({ body: Buffer.concat(parts), headers })
      })
    }).on('error', reject)
  })
}

const row = (what: string, { rate, cpu, p50, p99, failed }: Measured): Row => ({
  what: failed ? `${what} (${failed} failed)` : what,
  ...{ rate: `${Math.round(rate)}/s`, cpu: `${cpu.toFixed(4)} ms`, p50, p99, against: '' },
})
