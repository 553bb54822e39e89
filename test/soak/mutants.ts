import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { findTools, npmTools, tried } from '../../media'
import { tryMutants } from '../media/mutants'
import { judged, type Round } from './table'

const COUNT = 200

/** Films broken by chance: every one is read or refused with a reason. */
export async function run(): Promise<Round[]> {
  const folder = mkdtempSync(path.join(tmpdir(), 'mingbai-soak-'))
  const seed = Date.now() % 100_000
  try {
    const rounds: Round[] = []
    for (const tools of [await findTools(), await tried(npmTools())]) {
      if (!tools) continue
      const { read, refused, unplayable } = await tryMutants(tools, folder, COUNT, seed)
      const found = `${read} read (${unplayable} of them unplayable), ${refused} refused; seed ${seed}`
      rounds.push(judged(`broken films, ${tools.from} ffmpeg`, COUNT, found, read + refused === COUNT))
    }
    return rounds
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
