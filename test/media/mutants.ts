import { writeFileSync } from 'node:fs'
import path from 'node:path'
import type { Tools } from '../../media'
import { FfmpegError } from '../../media/ffmpeg'
import { probe } from '../../media/probe'
import { grabFrame } from '../../media/transcode'
import { errorCodes } from '../../src/lib/errorCodes'
import { CodedError } from '../../src/lib/errors'
import { recorded, tiny } from './badFiles'

type Kind = (typeof kinds)[number]
const kinds = ['cut', 'flipped', 'blank', 'doubled', 'spliced'] as const

/**
 * Small films, each broken in a way of its own by a seeded die, under the eyes of a build. Returns how many were read
 * and how many refused; throws when one ended in anything but a reason a person can read.
 */
export async function tryMutants(tools: Tools, folder: string, count: number, seed: number) {
  const sources = [tiny(folder), recorded('libvpx'), tiny(folder, 'tiny.ts'), tiny(folder, 'tiny.avi')]
  const die = dice(seed)
  const tally = { read: 0, refused: 0, unplayable: 0 }
  for (let at = 0; at < count; at++) {
    const source = sources[die(sources.length)]!
    const file = path.join(folder, `mutant-${at % 4}.${['mp4', 'webm', 'avi', 'bin'][die(4)]}`)
    writeFileSync(file, mutate(source, sources[die(sources.length)]!, kinds[die(kinds.length)]!, die))
    try {
      await probe(tools, file, 'film')
      tally.read += 1
      await grabFrame(tools, file, 0.2, path.join(folder, 'frame.png'))
    } catch (error) {
      if (error instanceof FfmpegError && error.reason === 'failed') tally.unplayable += 1
      else if (error instanceof CodedError && error.code.startsWith('media-') && errorCodes[error.code].en)
        tally.refused += 1
      else throw new Error(`mutant ${at} of seed ${seed}: ${String(error)}`, { cause: error })
    }
  }
  return tally
}

function mutate(source: Buffer, other: Buffer, kind: Kind, die: (sides: number) => number): Buffer {
  const bytes = Buffer.from(source)
  const [from, length] = [die(bytes.length), 1 + die(2000)]
  if (kind === 'cut') return bytes.subarray(0, from)
  if (kind === 'blank') return bytes.fill(die(256), from, from + length)
  if (kind === 'doubled')
    return Buffer.concat([bytes.subarray(0, from + length), bytes.subarray(from, from + length), bytes.subarray(from)])
  if (kind === 'spliced') return Buffer.concat([bytes.subarray(0, from), other.subarray(die(other.length))])
  for (let flips = 1 + die(60); flips > 0; flips--) bytes[die(bytes.length)] = die(256)
  return bytes
}

/** Mulberry32: the same seed breaks the same bytes. */
function dice(seed: number) {
  let state = seed
  return (sides: number): number => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32) * sides)
  }
}
