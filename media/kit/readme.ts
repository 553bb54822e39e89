import type { LeftOut } from './budget'
import type { Platform } from './platforms'
import { SYNTHETIC_WORDS, wordingFor, type Facts } from './wording'

export type Contents = {
  facts: Facts
  office: string
  account?: string | undefined
  /** Seconds and bytes of each film in the kit. */
  films: { name: string; seconds: number; bytes: number }[]
  targets: Platform[]
  leftOut: (LeftOut & { name: string })[]
  /** The written variety burned in; none when the film has no approved subtitle. */
  subtitle?: string | undefined
  madeOn: string
}

const unsureWords: Record<Platform['unsure'][number], string> = {
  mostBytes: '文件大小',
  mostSeconds: '时长',
  title: '标题字数',
  text: '正文字数',
  cover: '封面尺寸',
  link: '能不能放链接',
}

/** 说明.txt: which file goes where, what to copy, what to tick. For a person who does this once a week, on Windows. */
export function readme({ facts, office, account, films, targets, leftOut, subtitle, madeOn }: Contents): string {
  const file = (name: string) => films.find((film) => film.name.startsWith(name))?.name ?? ''
  const lines = [
    `《${facts.title}》 ${facts.variety}  给别的账号用的素材包`,
    `${office ? `${office}，` : ''}${madeOn} 打包`,
    '',
    '一、影片',
    ...films.map(({ name, seconds, bytes }) => `  ${name}  ${lengthWords(seconds)}，${megabytes(bytes)} 兆`),
    `  9x16 是竖的，16x9 是横的。${subtitle ? `${subtitle}字幕已经印在画面上，不用再传字幕。` : '这部影片没有通过审核的字幕，画面上没有字幕。'}`,
    '',
    ...(facts.synthetic
      ? [
          '★ 声音是机器合成的，必须让人知道',
          '  影片开头已有提示音和“声音由机器合成”的字样，请不要剪掉。',
          '  上传时一定要勾选“内容含 AI 合成声音”（各平台叫法不同：作者声明、内容由 AI 生成……）。',
          '',
        ]
      : []),
    '二、链接和二维码',
    `  ${facts.link}`,
    `  这是本单位这部影片专用的链接${account ? `，从它来的人算在“${account}”这个渠道名下` : ''}。二维码.png 是同一个链接，可以印、可以发群。`,
    '',
    '三、发到哪儿，用哪个',
    ...targets.flatMap((platform) => platformLines(platform, facts, file(platform.shape))),
    ...(leftOut.length ? ['四、这些平台没有放进来', ...leftOut.map(leftOutLine), ''] : []),
  ]
  // Windows before 10 reads a text without this mark as GBK, and without CR as one line.
  return `\uFEFF${lines.join('\r\n')}`
}

function platformLines(platform: Platform, facts: Facts, film: string): string[] {
  const { title, text } = wordingFor(platform, facts)
  return [
    `【${platform.name.zh}】`,
    `  影片：${film}    封面：${platform.name.zh}/封面.jpg（${platform.cover.width}×${platform.cover.height}）`,
    `  标题（${title.length} 字，最多 ${platform.title} 字）：`,
    title,
    `  正文（${text.length} 字，最多 ${platform.text} 字）：`,
    ...text.split('\n'),
    `  注意：${platform.note}`,
    ...(facts.synthetic ? [`  要勾选：内容含 AI 合成声音（${SYNTHETIC_WORDS}）`] : []),
    ...(platform.unsure.length
      ? [
          `  （${platform.unsure.map((name) => unsureWords[name]).join('、')}：没有查到平台的正式文件，以平台提示为准。）`,
        ]
      : []),
    '',
  ]
}

const leftOutLine = ({ name, reason }: LeftOut & { name: string }) =>
  reason === 'too-long'
    ? `  ${name}：影片比它收的最长时间还长，请剪短或分成几集。`
    : `  ${name}：影片太长，压进它限的大小就看不清了，请剪短或分成几集。`

const megabytes = (bytes: number) => Math.max(0.1, Math.round(bytes / 1e5) / 10)

function lengthWords(seconds: number): string {
  const [minutes, rest] = [Math.floor(Math.round(seconds) / 60), Math.round(seconds) % 60]
  return `${minutes ? `${minutes} 分` : ''}${rest || !minutes ? ` ${rest} 秒` : '钟'}`.trim()
}
