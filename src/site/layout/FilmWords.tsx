import type { Stream } from '../../lib/stream'
import { sizeInWords } from '../words'

/** How a film is shown, in words instead of a gear: the picture at once, the rest when the film runs. */
export function FilmWords({ stream }: { stream: Stream }) {
  const clear = clearBytes(stream)
  const picture: Word[] = [
    ['small', clear ? '省流量' : '看画面'],
    ...(clear ? [['clear', `清楚些，${sizeInWords(clear)}`] satisfies Word] : []),
    ...(stream.audio.length ? [['listen', '只听声音'] satisfies Word] : []),
  ]
  const texts = stream.subtitles.map((subtitle, index): Word => [String(index), subtitleName(subtitle), subtitle.tag])
  return (
    <>
      {picture.length > 1 && <Row name="picture" label="画面" words={picture} />}
      {texts.length > 0 && <Row name="subtitle" label="字幕" words={[...texts, ['', '关']]} />}
      {texts.length > 0 && <Row name="cues" label="字幕大小" short="大小" words={CUE_SIZES} />}
      <Row name="speed" label="快慢" words={SPEEDS} />
    </>
  )
}

export const subtitleName = ({ name, origin }: Stream['subtitles'][number]) =>
  origin === 'machine' ? `${name}（机器）` : name

type Word = [value: string, words: string, lang?: string]
const CUE_SIZES: Word[] = [
  ['1', '标准'],
  ['2', '大'],
  ['3', '特大'],
]
const SPEEDS: Word[] = [
  ['0.75', '慢些'],
  ['1', '正常'],
  ['1.25', '快些'],
  ['1.5', '更快'],
]

type RowProps = { name: string; label: string; short?: string; words: Word[] }
const Row = ({ name, label, short = label, words }: RowProps) => (
  <div className="words" role="group" aria-label={label} data-row={name} hidden>
    <span className="hint" aria-hidden="true">
      {short}
    </span>
    <div>
      {words.map(([value, text, lang]) => (
        <button key={value} type="button" value={value} lang={lang} aria-pressed="false">
          {text}
        </button>
      ))}
    </div>
  </div>
)

const SMALL_SIDE = 360

/** About what the best picture weighs, measured against the MP4, which is the start rung; nothing when there is none better. */
function clearBytes({ rungs, bytes }: Stream): number | undefined {
  const side = ({ width, height }: Stream['rungs'][number]) => Math.min(width, height)
  const best = rungs.at(-1)
  const start = rungs.filter((rung) => side(rung) <= SMALL_SIDE).at(-1)
  return best && start && side(best) > SMALL_SIDE ? (bytes * best.bandwidth) / start.bandwidth : undefined
}
