import { label, type Label } from '../src/lib/labels'

/** Where `ffmpeg` lists it, how it is called there, and what a person loses without it. `must`: no stream without it. */
type Wish = { list: '-encoders' | '-muxers' | '-filters'; name: string; must?: true; without: Label }

const noStream = label('影片转不了', 'films cannot be converted')

/** Everything of ffmpeg the product uses. Judged by what a build can do, never by its version. */
export const wishes = {
  h264: { list: '-encoders', name: 'libx264', must: true, without: noStream },
  aac: { list: '-encoders', name: 'aac', must: true, without: noStream },
  png: { list: '-encoders', name: 'png', must: true, without: noStream },
  mp3: { list: '-encoders', name: 'libmp3lame', must: true, without: noStream },
  hls: { list: '-muxers', name: 'hls', must: true, without: noStream },
  mpegts: { list: '-muxers', name: 'mpegts', must: true, without: noStream },
  mp4: { list: '-muxers', name: 'mp4', must: true, without: noStream },
  scale: { list: '-filters', name: 'scale', must: true, without: noStream },
  ebur128: { list: '-filters', name: 'ebur128', must: true, without: noStream },
  alimiter: { list: '-filters', name: 'alimiter', must: true, without: noStream },
  silencedetect: {
    list: '-filters',
    name: 'silencedetect',
    without: label('配音对不了口型的起点', 'dubs cannot be aligned by their silences'),
  },
  subtitles: {
    list: '-filters',
    name: 'subtitles',
    without: label('字幕压不进画面，外发的成片没有字幕', 'no burned-in subtitles in films for other accounts'),
  },
  drawtext: {
    list: '-filters',
    name: 'drawtext',
    without: label('“机器配音”字样写不进画面', 'synthetic speech cannot be labelled in the picture'),
  },
  zscale: {
    list: '-filters',
    name: 'zscale',
    without: label('手机拍的 HDR 画面会发灰', 'HDR pictures of phones look grey'),
  },
  tonemap: {
    list: '-filters',
    name: 'tonemap',
    without: label('手机拍的 HDR 画面会发灰', 'HDR pictures of phones look grey'),
  },
} as const satisfies Record<string, Wish>

export type Capability = keyof typeof wishes
export type Capabilities = ReadonlySet<Capability>
const all = Object.entries(wishes) as [Capability, Wish][]

/** What a build can do, by the lists it prints. Pure. */
export function capabilitiesIn(lists: Record<Wish['list'], string>): Capabilities {
  const words = Object.fromEntries(
    Object.entries(lists).map(([list, text]) => [list, new Set(text.split(/\s+/))]),
  ) as Record<Wish['list'], Set<string>>
  return new Set(all.flatMap(([capability, { list, name }]) => (words[list].has(name) ? [capability] : [])))
}

/** What is not there, and what the product then cannot do. */
export const missing = (can: Capabilities) =>
  all.flatMap(([capability, wish]) => (can.has(capability) ? [] : [{ capability, ...wish }]))
