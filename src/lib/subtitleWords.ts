import { label, type Label } from './labels'
import type { Finding } from './subtitleChecks'
import type { LeftOut, LeftReason } from './subtitles'

/** What an editor reads beside the cue. */
export function wordFinding({ code, value = 0, limit = 0 }: Finding): Label {
  const seconds = (ms: number) => String(Math.round(ms / 10) / 100)
  switch (code) {
    case 'reversed':
      return label('结束时间不在开始时间之后，请改时间', 'The end is not after the start; change the times')
    case 'no-words':
      return label('没有字，请写上或删掉这一条', 'No words; write some or delete the cue')
    case 'overlap':
      return label(`和下一条重叠 ${seconds(value)} 秒`, `Overlaps the next cue by ${seconds(value)} s`)
    case 'outside-film':
      return label('在影片结束以后，居民看不到', 'After the end of the film; nobody will see it')
    case 'past-end':
      return label('超出片尾，到片尾为止', 'Runs past the end of the film and stops there')
    case 'too-many-lines':
      return label(`有 ${value} 行，最多 ${limit} 行`, `${value} lines; at most ${limit}`)
    case 'line-too-long':
      return label(`一行有 ${value} 个字，最多 ${limit} 个`, `A line of ${value * 2} characters; at most ${limit * 2}`)
    case 'too-fast':
      return label(
        `每秒 ${value} 个字，读不过来，最多 ${limit} 个`,
        `${value * 2} characters a second; at most ${limit * 2}`,
      )
    case 'too-short':
      return label(
        `只显示 ${seconds(value)} 秒，至少 ${seconds(limit)} 秒`,
        `Shown ${seconds(value)} s; at least ${seconds(limit)} s`,
      )
    case 'too-long':
      return label(
        `显示 ${seconds(value)} 秒，最多 ${seconds(limit)} 秒`,
        `Shown ${seconds(value)} s; at most ${seconds(limit)} s`,
      )
    case 'gap-small':
      return label(
        `和下一条只隔 ${value} 毫秒，至少 ${limit} 毫秒`,
        `${value} ms before the next cue; at least ${limit} ms`,
      )
    case 'stop-at-end':
      return label('行尾不用逗号、句号', 'No comma or full stop at the end of a line')
  }
}

/** What the import left out, one sentence a reason; the first few cues by number. */
export function wordLeftOut(left: readonly LeftOut[]): Label[] {
  const reasons = [...new Set(left.map(({ reason }) => reason))]
  return reasons.map((reason) => {
    const places = left.filter((one) => one.reason === reason)
    const byLine = reason === 'stray-text' || reason === 'style'
    const numbers = places.slice(0, 5).map(({ cue, line }) => (byLine ? line : cue))
    const more = places.length > numbers.length
    const where = label(
      `第 ${numbers.join('、')} ${byLine ? '行' : '条'}${more ? `等 ${places.length} 处` : ''}`,
      `${byLine ? 'Line' : 'Cue'} ${numbers.join(', ')}${more ? ` and ${places.length - numbers.length} more` : ''}`,
    )
    return label(`${where.zh}${leftWords[reason].zh}`, `${where.en}: ${leftWords[reason].en}`)
  })
}

const leftWords: Record<LeftReason, Label> = {
  reversed: label('时间写反了，已跳过', 'times reversed, left out'),
  'no-length': label('开始和结束是同一时间，已跳过', 'start and end are the same, left out'),
  'before-start': label('在影片开始以前，已跳过', 'before the film begins, left out'),
  'cut-at-start': label('从影片开始前开始，改为从 0 秒开始', 'begins before the film, now at 0'),
  'bad-time': label('时间看不懂，已跳过', 'times cannot be read, left out'),
  'no-words': label('没有字，已跳过', 'no words, left out'),
  'stray-text': label('的文字没有时间，已跳过', 'text without times, left out'),
  style: label('的样式没有带过来，字的大小由居民自己选', 'styles left out; residents choose the size'),
  place: label('的位置设置没有带过来，字幕都在下方', 'placement left out; subtitles stand below'),
}
