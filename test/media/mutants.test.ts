import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { findTools, npmTools, tried } from '../../media'
import { tryMutants } from './mutants'

describe('small films broken by chance', { timeout: 120_000 }, () => {
  let folder: string
  beforeAll(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'mingbai-mutants-'))
  })
  afterAll(() => rmSync(folder, { recursive: true, force: true }))

  it.each([
    ['the ffmpeg of the system', () => findTools(), 1],
    ['the ffmpeg that npm brings', () => tried(npmTools()), 2],
  ])('are read or refused with a reason by %s', async (_name, find, seed) => {
    const { read, refused } = await tryMutants((await find())!, folder, 10, seed)
    expect(read + refused).toBe(10)
  })
})
