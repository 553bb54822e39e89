import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { slides } from './script'
import { drawSlide } from './slide'
import { toSrt, type Timed } from './srt'

/**
 * Makes the demo film from its script: slides by sharp, voices by espeak-ng, put together by ffmpeg. Run by hand when the
 * script changed (`npx tsx src/seed/film/make.ts`, needs espeak-ng, ffmpeg and Noto CJK); the small results are committed.
 */
const voices = [
  // The plain `cmn` voice of espeak-ng 1.51 spells Chinese through English sounds; this one reads it properly.
  { code: 'cmn', voice: 'cmn-latn-pinyin' },
  { code: 'yue', voice: 'yue' },
  { code: 'hak', voice: 'hak' },
] as const
const PAUSE = 0.7
const here = path.dirname(new URL(import.meta.url).pathname)
const work = mkdtempSync(path.join(tmpdir(), 'mingbai-film-'))
const inWork = (name: string) => path.join(work, name)

const timed: Timed[] = []
let start = 0
for (const [index, slide] of slides.entries()) {
  await drawSlide(slide, inWork(`${index}.png`))
  const spoken = voices.map(({ code, voice }) => speak(voice, slide[code], inWork(`${index}-${code}.wav`)))
  // Every voice gets the same time on a slide, so that the three tracks fit one picture.
  const seconds = Math.ceil((Math.max(...spoken) + PAUSE) * 25) / 25
  timed.push({ words: slide.cmn, start, spoken: spoken[0]!, seconds })
  start += seconds
}

for (const { code } of voices) {
  const inputs = slides.flatMap((_, index) => ['-i', inWork(`${index}-${code}.wav`)])
  const padded = timed.map(
    ({ seconds }, at) => `[${at}:a]aresample=44100,apad=whole_dur=${seconds},atrim=0:${seconds}[s${at}]`,
  )
  const joined = `${padded.join(';')};${timed.map((_, at) => `[s${at}]`).join('')}concat=n=${timed.length}:v=0:a=1,highpass=f=90,loudnorm=I=-16:TP=-1.5,aresample=44100[out]`
  const codec = ['-c:a', 'aac', '-b:a', '56k', '-ac', '1']
  const file = code === 'cmn' ? inWork('cmn.m4a') : path.join(here, `three-calls.${code}.m4a`)
  ffmpeg([...inputs, '-filter_complex', joined, '-map', '[out]', ...codec, file])
}

const list = timed.map(({ seconds }, index) => `file '${inWork(`${index}.png`)}'\nduration ${seconds}`)
writeFileSync(inWork('slides.txt'), [...list, `file '${inWork(`${slides.length - 1}.png`)}'`].join('\n'))
ffmpeg([
  ...['-f', 'concat', '-safe', '0', '-i', inWork('slides.txt'), '-i', inWork('cmn.m4a'), '-map', '0:v', '-map', '1:a'],
  ...['-r', '25', '-c:v', 'libx264', '-preset', 'slow', '-tune', 'stillimage', '-crf', '30', '-g', '100'],
  ...['-pix_fmt', 'yuv420p', '-t', String(start), '-c:a', 'copy', '-movflags', '+faststart'],
  path.join(here, 'three-calls.mp4'),
])
writeFileSync(path.join(here, 'three-calls.cmn.srt'), toSrt(timed))
rmSync(work, { recursive: true })
console.log(`${start.toFixed(1)} s, ${slides.length} slides`)

/** Speaks a line slowly, as for old ears; the answer is its length in seconds. */
function speak(voice: string, words: string, file: string): number {
  run('espeak-ng', ['-v', voice, '-s', '176', '-p', '42', '-g', '2', '-w', file, words])
  return Number(run('ffprobe', ['-v', 'error', '-show_entries', 'format=duration', '-of', 'csv=p=0', file]))
}

function ffmpeg(flags: string[]): void {
  run('ffmpeg', ['-y', '-v', 'error', ...flags])
}

function run(command: string, flags: string[]): string {
  const { status, stdout, stderr } = spawnSync(command, flags, { encoding: 'utf8' })
  if (status !== 0) throw new Error(`${command}: ${stderr}`)
  return stdout
}
