import { mkdir } from 'node:fs/promises'
import { encode } from './ffmpeg'
import type { Rung } from './ladder'
import type { Picture } from './probe'
import { path } from './storage'
import type { Tools } from './tools'
import { hls, KEYFRAME_SECONDS, limitFor, type Watch } from './transcode'

/** Where the picture comes from: a film, or one still for a film that is sound only. */
export type Reel = { file: string; picture: Picture | 'still'; duration: number }

/**
 * Makes every rung in one process: one decode, each size scaled from the next larger one (performance.md 5, B), the rung
 * named by `copied` taken over without encoding. Writes `<rung>/index.m3u8` and 6 s TS segments into `folder`.
 */
export async function encodePictures(
  tools: Tools,
  { file, picture, duration }: Reel,
  { rungs, copied }: { rungs: Rung[]; copied?: string | undefined },
  folder: string,
  watch: Watch = {},
): Promise<void> {
  for (const { name } of rungs) await mkdir(path.join(folder, name), { recursive: true })
  const encoded = rungs.filter(({ name }) => name !== copied)
  const still = picture === 'still'
  await encode(tools.ffmpeg, {
    inputs: [still ? stillInput(file, rungs[0]!.frameRate, duration) : { file, flags: ['-fflags +genpts'] }],
    filters: cascade(encoded, still ? [] : mending(tools, picture)),
    outputs: rungs.map((rung) => ({
      file: `${rung.name}/index.m3u8`,
      flags: [
        ...(rung.name === copied ? ['-map 0:V:0', '-c:v copy'] : [`-map [${pad(rung)}]`, ...h264(rung)]),
        ...hls(rung.name),
      ],
    })),
    cwd: folder,
    limit: limitFor(duration),
    ...watch,
  })
}

const stillInput = (file: string, frameRate: number, duration: number) => ({
  file,
  own: true,
  flags: ['-f image2', '-pattern_type none', '-loop 1', `-framerate ${frameRate}`, `-t ${duration.toFixed(3)}`],
})

/** [0:V] > fps > largest > split > next smaller > ... `mend` comes after the first scaling, where pixels are fewest. */
function cascade(rungs: Rung[], mend: Mend[]): string[] {
  const falling = [...rungs].reverse()
  const rate = falling[0]!.frameRate
  const early = mend.flatMap(({ before }) => before ?? [])
  const late = mend.flatMap(({ after }) => after ?? [])
  return falling.map((rung, index) => {
    const from = index ? `next${index}` : '0:V:0'
    const pace = index
      ? rung.frameRate === rate
        ? []
        : [`fps=${rung.frameRate}`]
      : [...early, `fps=${rate}:start_time=0`]
    const size = [`scale=${rung.width}:${rung.height}:flags=bicubic`, 'setsar=1']
    const last = index === falling.length - 1
    const chain = [...pace, ...size, ...(index ? [] : late), 'format=yuv420p', ...(last ? [] : ['split=2'])].join(',')
    return `[${from}]${chain}[${pad(rung)}]${last ? '' : `[next${index + 1}]`}`
  })
}

type Mend = { before?: string[]; after?: string[] }

/** Interlaced pictures are woven to whole ones; HDR is mapped to what every phone shows, or plainly converted where ffmpeg cannot. */
function mending(tools: Tools, { interlaced, hdr }: Picture): Mend[] {
  const mend: Mend[] = []
  if (interlaced) mend.push({ before: ['yadif=deint=interlaced'] })
  if (hdr && tools.can.has('zscale') && tools.can.has('tonemap'))
    mend.push({
      after: [
        'zscale=t=linear:npl=100',
        'format=gbrpf32le',
        'zscale=p=bt709',
        'tonemap=tonemap=hable:desat=0',
        'zscale=t=bt709:m=bt709:r=tv',
      ],
    })
  return mend
}

const pad = ({ name }: Rung) => `p${name.replace('-', 'x')}`

/** Constant quality with a ceiling: slides and talking heads stay far below it, nothing goes above. */
const h264 = ({ peak, profile, frameRate }: Rung) => [
  '-c:v libx264',
  '-preset veryfast',
  `-profile:v ${profile}`,
  '-crf 24',
  `-maxrate ${peak}k`,
  `-bufsize ${peak}k`,
  `-g ${Math.ceil(frameRate * KEYFRAME_SECONDS)}`,
  `-force_key_frames expr:gte(t,n_forced*${KEYFRAME_SECONDS})`,
  '-sc_threshold 0',
]
