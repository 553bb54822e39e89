import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'

/** The `mongod` of this machine, on a free port and an empty folder. */
export async function startMongod(): Promise<{ url: string; which: string; stop(): Promise<void> }> {
  const folder = mkdtempSync(path.join(tmpdir(), 'mingbai-mongod-'))
  const port = await freePort()
  const child = spawn('mongod', ['--dbpath', folder, '--port', String(port), '--bind_ip', '127.0.0.1'])
  await new Promise<void>((resolve, reject) => {
    child.once('exit', (code) => reject(new Error(`mongod ended with ${code}`)))
    child.stdout.on('data', (chunk: Buffer) => chunk.includes('Waiting for connections') && resolve())
  })
  const stop = () =>
    new Promise<void>((resolve) => {
      child.removeAllListeners('exit').once('exit', () => {
        rmSync(folder, { recursive: true, force: true })
        resolve()
      })
      child.kill()
    })
  return { url: `mongodb://127.0.0.1:${port}/mingbai`, which: 'mongod of this machine', stop }
}

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const address = probe.address()
      probe.close(() => resolve(typeof address === 'object' && address ? address.port : 0))
    })
  })
}
