import { spokenHash, spokenText } from '../../lib/spokenText'
import type { ArticleDetail } from '../repository/details'
import type { Reading } from '../repository/readings'
import { isElder, useView, type View } from '../view'
import { minutesInWords, sizeInWords } from '../words'

type Offered = Reading & { name: string; tag?: string }

/** The readings a resident may hear: approved, and saying what the page says; one a variety. */
export function offeredReadings({ facts }: View, { doc, readings }: ArticleDetail): Offered[] {
  const now = spokenHash(spokenText(doc, facts))
  const seen = new Set<string>()
  return readings.flatMap((reading) => {
    const variety = facts.varieties.find(({ id }) => id === reading.variety)
    if (reading.textHash !== now || !variety || seen.has(variety.id)) return []
    seen.add(variety.id)
    return [{ ...reading, name: variety.name, tag: variety.tag }]
  })
}

/** 听: a link to the recording, which the script plays on the page. In several varieties the words to choose are theirs. */
export function Readings({ offered }: { offered: Offered[] }) {
  const view = useView()
  const elder = isElder(view)
  const several = offered.length > 1
  return offered.map(({ folder, uri, name, tag, variety }) => (
    <a key={variety} href={`${view.base}${folder}/${uri}`} data-reading type="audio/mpeg">
      <span data-word>{elder || several ? '听' : '听这篇'}</span>
      {several && <span lang={tag}>{name}</span>}
    </a>
  ))
}

/** Length and size before a person pays for it, and who speaks. */
export function AboutReadings({ offered }: { offered: Offered[] }) {
  const [first] = offered
  if (!first) return null
  const machine = offered.filter(({ synthetic }) => synthetic)
  const said = [
    `${minutesInWords(first.duration)}，${sizeInWords(first.bytes)}`,
    machine.length === offered.length && '声音是机器合成的',
    machine.length > 0 &&
      machine.length < offered.length &&
      `${machine.map(({ name }) => name).join('、')}是机器合成的声音`,
    ...offered.flatMap(({ speaker, synthetic }) => (speaker && !synthetic ? [`朗读：${speaker}`] : [])),
  ]
  return <p className="hint">{said.filter(Boolean).join('。')}</p>
}
