import { spawn } from 'node:child_process'
import { mkdirSync, readFileSync, rmSync } from 'node:fs'
import path from 'node:path'
import { restart } from '../../media'
import { ladder } from '../../media/ladder'
import { encodePictures } from '../../media/pictures'
import { probe } from '../../media/probe'
import { make } from '../media/clips'
import { pipeline, type Pipeline } from '../media/pipeline'
import { plainCommand } from './plainCommand'
import { table, type Row } from './table'

const SECONDS = Number(process.env.BENCH_SECONDS ?? 30)
const TURNS = 2
const [SHORT_MINUTES, LONG_MINUTES] = [1, 20]
type Used = { cpu: number; wall: number }

/**
 * A whole run of the pipeline (probe, ladder, sound, poster, fallback, packaging, database) against one ffmpeg process that
 * writes the same renditions and nothing else, in turn. Then a film that fits its top rung against one that does not, and
 * the memory of ffmpeg over a short and a long film.
 */
export async function run(): Promise<string> {
  const product = await pipeline()
  try {
    const film = source(product.clips, 'film.mp4', ['-crf', '20', '-g', '250'])
    const fitting = source(product.clips, 'fits.mp4', [
      '-b:v',
      '1500k',
      '-maxrate',
      '2000k',
      '-bufsize',
      '2000k',
      '-g',
      '50',
    ])
    const [ours, copying] = [await product.video(film), await product.video(fitting)]
    await product.work() // warms up; every measured run starts afresh
    const plain: Used[] = []
    const whole: Used[] = []
    const copied: Used[] = []
    for (let turn = 0; turn < TURNS; turn++) {
      plain.push(await measured(() => single(product, film)))
      whole.push(await measured(() => again(product, ours)))
      copied.push(await measured(() => again(product, copying)))
    }
    const [base, job, copy] = [median(plain), median(whole), median(copied)]
    const [short, long] = [await peakMemory(product, SHORT_MINUTES), await peakMemory(product, LONG_MINUTES)]
    const against = (used: Used) =>
      `${(used.cpu / base.cpu).toFixed(2)} x CPU, ${(used.wall / base.wall).toFixed(2)} x wall`
    const rows: Row[] = [
      row('one ffmpeg process, 4 rungs and the sound', base),
      { ...row('our whole job, film encoded', job), against: `${against(job)} (wanted 1.10, 1.15)` },
      { ...row('our whole job, top rung copied', copy), against: against(copy) },
      { ...blank, what: `ffmpeg over ${SHORT_MINUTES} minute`, p99: `${short} MB` },
      {
        ...blank,
        what: `ffmpeg over ${LONG_MINUTES} minutes`,
        p99: `${long} MB`,
        against: `${(long / short).toFixed(2)} x memory`,
      },
    ]
    return table('media', rows, { rate: 'real time', cpu: 'CPU', p50: 'wall', p99: 'peak' })
  } finally {
    await product.dispose()
  }
}

const source = (folder: string, name: string, flags: string[]) =>
  make(folder, name, [
    // Something moves everywhere and nothing repeats, as in hand-held pictures.
    ...['-f', 'lavfi', '-i', `mandelbrot=s=1280x720:r=25:end_scale=0.02,noise=alls=4:allf=t`],
    ...['-f', 'lavfi', '-i', 'sine=220', '-t', String(SECONDS), '-c:v', 'libx264', '-preset', 'veryfast'],
    ...['-profile:v', 'high', '-sc_threshold', '0', '-pix_fmt', 'yuv420p', ...flags, '-c:a', 'aac'],
  ])

async function again(product: Pipeline, video: string): Promise<void> {
  await restart(product.payload, await product.rows(video), { fresh: true })
  await product.work()
  const { state } = await product.status(video)
  if (state !== 'done') throw new Error(`the run ended ${state}`)
}

async function single(product: Pipeline, film: string): Promise<void> {
  const { ffmpeg } = product.media.tools!
  const { video } = await probe(product.media.tools!, film, 'film')
  const folder = path.join(product.clips, 'single')
  const rungs = ladder(video!)
  for (const name of [...rungs.map((rung) => rung.name), 'sound'])
    mkdirSync(path.join(folder, name), { recursive: true })
  const child = spawn('nice', ['-n', '10', ffmpeg, ...plainCommand(film, rungs)], { cwd: folder, stdio: 'ignore' })
  const code = await new Promise((resolve) => child.on('close', resolve))
  rmSync(folder, { recursive: true })
  if (code !== 0) throw new Error(`ffmpeg ended with ${String(code)}`)
}

async function measured(work: () => Promise<void>): Promise<Used> {
  const [cpu, wall] = [cpuSeconds(), performance.now()]
  await work()
  return { cpu: cpuSeconds() - cpu, wall: (performance.now() - wall) / 1000 }
}

/** Of this process and all its ended children: fields 14 to 17 of proc(5), in hundredths of a second. */
function cpuSeconds(): number {
  const fields = readFileSync('/proc/self/stat', 'utf8').split(') ')[1]!.split(' ')
  return fields.slice(11, 15).reduce((sum, ticks) => sum + Number(ticks), 0) / 100
}

/** The most memory ffmpeg held over a film of so many minutes, in MB. */
async function peakMemory(product: Pipeline, minutes: number): Promise<number> {
  const cheap = ['-f', 'lavfi', '-i', `testsrc2=s=320x180:r=10:d=${minutes * 60}`]
  const file = make(product.clips, `${minutes}.mp4`, [...cheap, '-c:v', 'libx264', '-preset', 'ultrafast'])
  const { video, duration } = await probe(product.media.tools!, file, 'film')
  const pidFile = path.join(product.clips, 'pid')
  let peak = 0
  const watch = setInterval(() => (peak = Math.max(peak, held(pidFile))), 50)
  const folder = path.join(product.clips, `memory-${minutes}`)
  const reel = { file, picture: video!, duration }
  await encodePictures(product.media.tools!, reel, { rungs: ladder(video!) }, folder, { pidFile })
  clearInterval(watch)
  return peak
}

function held(pidFile: string): number {
  try {
    const status = readFileSync(`/proc/${readFileSync(pidFile, 'utf8')}/status`, 'utf8')
    return Math.round(Number(/VmHWM:\s+(\d+)/.exec(status)?.[1] ?? 0) / 1024)
  } catch {
    return 0 // not begun, or over
  }
}

const median = (used: Used[]): Used => {
  const middle = (of: (one: Used) => number) => {
    const sorted = used.map(of).sort((a, b) => a - b)
    return (sorted[Math.floor((sorted.length - 1) / 2)]! + sorted[Math.ceil((sorted.length - 1) / 2)]!) / 2
  }
  return { cpu: middle(({ cpu }) => cpu), wall: middle(({ wall }) => wall) }
}

const blank: Row = { what: '', rate: '', cpu: '', p50: '', p99: '', against: '' }
const row = (what: string, { cpu, wall }: Used): Row => ({
  ...blank,
  ...{ what, rate: `${(SECONDS / wall).toFixed(1)} x`, cpu: `${cpu.toFixed(1)} s`, p50: `${wall.toFixed(1)} s` },
})
