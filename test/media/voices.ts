import { execFileSync } from 'node:child_process'
import path from 'node:path'
import { ffmpeg } from './quick'

const make = (folder: string, name: string, source: string, filters: string) => {
  const file = path.join(folder, name)
  execFileSync(ffmpeg, ['-v', 'error', '-y', '-f', 'lavfi', '-i', source, '-af', filters, '-c:a', 'aac', file])
  return file
}

/** Something like speech: a tone that comes and goes four times a second, silent for the first `silent` seconds. */
export const voice = (folder: string, name: string, { hertz = 500, seconds = 8, db = -20, silent = 0 } = {}) =>
  make(
    folder,
    name,
    `sine=${hertz}:d=${seconds}`,
    `volume=${db + 21}dB,tremolo=f=4:d=0.8,volume=0:enable='lt(t,${silent})'`,
  )

/** Recorded on a market: noise, and short peaks far above it. */
export const noisy = (folder: string, name: string, seconds = 8) =>
  make(
    folder,
    name,
    `anoisesrc=d=${seconds}:a=0.02:seed=7`,
    `volume=24dB:eval=frame:enable='lt(mod(t,0.5),0.006)',alimiter=limit=0.99:level=0`,
  )

export const nearlySilent = (folder: string, name: string, seconds = 8) =>
  make(folder, name, `anoisesrc=d=${seconds}:a=0.0004:seed=7`, 'anull')

/** Integrated loudness and true peak as ffmpeg's ebur128 measures them. */
export function loudnessOf(file: string): { integrated: number; peak: number } {
  const said = execFileSync('sh', [
    '-c',
    `"${ffmpeg}" -hide_banner -nostats -i "${file}" -af ebur128=peak=true:framelog=verbose -f null - 2>&1`,
  ]).toString()
  const summary = said.slice(said.lastIndexOf('Summary:'))
  return {
    integrated: Number(/I:\s+(\S+) LUFS/.exec(summary)![1]),
    peak: Number(/Peak:\s+(\S+) dBFS/.exec(summary)![1]!.replace('inf', 'Infinity')),
  }
}

/** The samples of a stretch of sound, mono at 8 kHz. */
export function samplesOf(file: string, start = 0, seconds = 3): Int16Array {
  const pcm = execFileSync(ffmpeg, [
    ...['-v', 'error', '-i', file, '-ss', String(start), '-t', String(seconds)],
    ...['-f', 's16le', '-ac', '1', '-ar', '8000', '-'],
  ])
  return new Int16Array(pcm.buffer.slice(pcm.byteOffset, pcm.byteOffset + pcm.length - (pcm.length % 2)))
}

/** Pitch by counting zero crossings upwards. */
export const hertzOf = (samples: Int16Array) =>
  (samples.filter((value, at) => at > 0 && value >= 0 && samples[at - 1]! < 0).length / samples.length) * 8000
