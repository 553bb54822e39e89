import { execFileSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import path from 'node:path'
import { ffmpeg } from './quick'

/** A recording by any flags of the system's ffmpeg. */
export const make = (folder: string, name: string, args: string[]) => {
  const file = path.join(folder, name)
  execFileSync(ffmpeg, ['-v', 'error', '-y', ...args, file])
  return file
}
const picture = (seconds: number, size = '640x360', rate = 25) => [
  '-f',
  'lavfi',
  '-i',
  `testsrc2=s=${size}:r=${rate}:d=${seconds}`,
]
const tone = (seconds: number, hertz: number) => ['-f', 'lavfi', '-i', `sine=${hertz}:d=${seconds}`]
const h264 = ['-c:v', 'libx264', '-preset', 'ultrafast', '-pix_fmt', 'yuv420p']

/** A film with a tone of 440 Hz. */
export const film = (
  folder: string,
  seconds = 4,
  { size = '640x360', rate = 25, name = 'film.mp4', faststart = true } = {},
) =>
  make(folder, name, [
    ...picture(seconds, size, rate),
    ...tone(seconds, 440),
    ...h264,
    '-c:a',
    'aac',
    ...(faststart ? ['-movflags', '+faststart'] : []),
  ])

export const silentFilm = (folder: string, seconds = 3) => make(folder, 'silent.mp4', [...picture(seconds), ...h264])

export const dub = (folder: string, seconds = 4, hertz = 880, name = `dub-${hertz}.m4a`) =>
  make(folder, name, [...tone(seconds, hertz), '-c:a', 'aac'])

export function written(folder: string, name: string, content: string | Uint8Array): string {
  const file = path.join(folder, name)
  writeFileSync(file, content)
  return file
}

export const SRT = `1
00:00:00,500 --> 00:00:01,500
老板不给工钱，怎么办？

2
00:00:02,000 --> 00:00:03,200
<i>先打 12348</i> & 说清楚

3
00:00:07,000 --> 00:00:19,000
到片尾为止

4
00:00:20,000 --> 00:00:22,000
没有人看得到
`
