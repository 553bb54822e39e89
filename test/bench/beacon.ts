import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import Database from 'libsql'
import { askChild, killChild, startChild } from '../support/child'
import type { Row } from './table'

const SERVER = 'test/support/beaconServer.ts'
const CONNECTIONS = 64

/**
 * The beacon, durable before its 204, one event a request, against Express answering an empty 204 to the same requests.
 * Judged by CPU per request of the whole process (its threads included); acknowledged and stored events are compared.
 */
export async function run(): Promise<Row[]> {
  const seconds = Number(process.env.BENCH_SECONDS ?? 8)
  const folder = mkdtempSync(path.join(tmpdir(), 'mingbai-bench-'))
  const script = path.join(folder, 'post.lua')
  writeFileSync(script, LUA)
  try {
    const express = await measure('express', '', script, seconds)
    const beacon = await measure('beacon', folder, script, seconds)
    const stored = count(path.join(folder, 'events.db'))
    const ratio = (express.cpu / beacon.cpu).toFixed(2)
    return [
      row('Express 5, empty 204', express),
      {
        ...row('beacon, durable 204', beacon),
        against: `${(beacon.rate / express.rate).toFixed(2)} x rate, ${ratio} x CPU`,
      },
      { what: 'acknowledged / stored', rate: `${beacon.answered} / ${stored}`, cpu: '', p50: '', p99: '', against: '' },
    ]
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

type Measured = { rate: number; cpu: number; p50: string; p99: string; answered: number; failed: number }

async function measure(kind: 'express' | 'beacon', folder: string, script: string, seconds: number): Promise<Measured> {
  const { child, hello } = await startChild<{ port: number }>(SERVER, [kind, folder])
  try {
    const url = `http://127.0.0.1:${hello.port}/e`
    const warm = await load(url, script, 2)
    const before = await used(child)
    const timed = await load(url, script, seconds)
    const after = await used(child)
    const answered = warm.answered + timed.answered
    return {
      ...timed,
      ...{ answered, failed: warm.failed + timed.failed },
      rate: timed.answered / seconds,
      cpu: (after - before) / 1_000 / timed.answered,
    }
  } finally {
    await killChild(child)
  }
}

async function used(child: Parameters<typeof askChild>[0]): Promise<number> {
  const { cpu } = await askChild<{ cpu: NodeJS.CpuUsage }>(child)
  return cpu.user + cpu.system
}

type Load = { answered: number; failed: number; p50: string; p99: string }

function load(url: string, script: string, seconds: number): Promise<Load> {
  const args = ['-t1', `-c${CONNECTIONS}`, `-d${seconds}s`, '--latency', '-s', script, url]
  return new Promise((resolve, reject) => {
    const wrk = spawn('wrk', args, { stdio: ['ignore', 'pipe', 'inherit'] })
    let said = ''
    wrk.stdout.on('data', (chunk: Buffer) => (said += chunk.toString()))
    wrk.on('error', reject)
    wrk.on('close', () => {
      const number = (pattern: RegExp) => Number(pattern.exec(said)?.[1] ?? 0)
      resolve({
        answered: number(/answered=(\d+)/) - number(/failed=(\d+)/),
        failed: number(/failed=(\d+)/),
        p50: /^\s+50%\s+(\S+)/m.exec(said)?.[1] ?? '',
        p99: /99%\s+(\S+)/.exec(said)?.[1] ?? '',
      })
    })
  })
}

function count(file: string): number {
  const db = new Database(file)
  const { n } = db.prepare('SELECT COUNT(*) AS n FROM events').get() as { n: number }
  db.close()
  return n
}

const row = (what: string, { rate, cpu, p50, p99, failed }: Measured): Row => ({
  what: failed ? `${what} (${failed} refused)` : what,
  ...{ rate: `${Math.round(rate)}/s`, cpu: `${cpu.toFixed(3)} ms`, p50, p99, against: '' },
})

/** A new event in every request, from many addresses and a few browsers, as residents would send it. */
const LUA = `
local agents = {
  "Mozilla/5.0 (Linux; Android 10; MI 8) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/80.0.3987.99 Mobile Safari/537.36 MicroMessenger/8.0.2",
  "Mozilla/5.0 (iPhone; CPU iPhone OS 13_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Mobile/15E148",
  "Mozilla/5.0 (Linux; Android 9; HUAWEI) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/86.0 Mobile Safari/537.36",
}
math.randomseed(os.time() * 1000 + math.floor(os.clock() * 1000000))
local run = string.format("%08x-%04x", math.random(0, 0xfffffff), math.random(0, 0xffff))
local n = 0
request = function()
  n = n + 1
  local body = string.format(
    '{"v":1,"events":[{"id":"%s-4000-8000-%012x","type":"view","item":"articles/wages","at":%d000,"segment":"elderly","channel":"home","variety":"yue"}]}',
    run, n, os.time())
  return wrk.format("POST", nil, {
    ["content-type"] = "application/json",
    ["user-agent"] = agents[n % 3 + 1],
    ["x-forwarded-for"] = string.format("10.%d.%d.7", n % 200, math.floor(n / 200) % 250),
  }, body)
end
answered, failed = 0, 0
local threads = {}
setup = function(thread) table.insert(threads, thread) end
response = function(status) answered = answered + 1; if status ~= 204 then failed = failed + 1 end end
init = function() end
done = function(summary, latency, requests)
  local errors = 0
  for _, thread in ipairs(threads) do errors = errors + (thread:get("failed") or 0) end
  io.write(string.format("answered=%d failed=%d\\n", summary.requests, errors))
end
`
