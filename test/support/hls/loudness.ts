import { spawnSync } from 'node:child_process'
import path from 'node:path'
import { ffmpeg } from '../../media/quick'

/** Integrated loudness of a recording or sound rendition in LUFS, by EBU R128. */
export function loudnessOf(file: string): number {
  const { stderr } = spawnSync(ffmpeg, ['-nostats', '-i', file, '-map', '0:a:0', '-af', 'ebur128', '-f', 'null', '-'])
  return Number(/Summary:[\s\S]*?I:\s+(-?[\d.]+) LUFS/.exec(stderr.toString())?.[1])
}

/** Apple 2.18, norms 4.3: all spoken tracks of a film within 1 LU of each other. What is wrong, in words. */
export function unevenSounds(folder: string, uris: string[], most = 1): string[] {
  const loud = uris.map((uri) => loudnessOf(path.join(folder, uri)))
  const apart = Math.max(...loud) - Math.min(...loud)
  return apart <= most ? [] : [`2.18 tracks are ${apart.toFixed(1)} LU apart: ${loud.join(', ')}`]
}
