import { holdCheck, idOf, officeMix, readNames, type Hold, type Language, type OfficeMix } from '../../campaigns'
import type { Runtime } from '../runtime'
import { readHeard } from './heard'
import { holdWords } from './held'
import type { ItemCollection, Version } from './version'

const SHORT = 2

/**
 * What to know before an item is handed in or approved: its topic is at its office's cap, so that it will be held back
 * when it is to be sent; and what is scarce instead. Never a reason to refuse it. Null when there is room.
 */
export async function capWarning(
  runtime: Runtime,
  { collection, id, version }: { collection: ItemCollection; id: string; version: Version },
  language: Language,
): Promise<string | null> {
  const { payload, clock } = runtime
  const { topic, segments, office } = version.doc
  if (!topic) return null
  const hold = await firstHold(segments?.length ? segments : [''])
  if (!hold) return null
  const held = holdWords(hold, await readNames(payload, language), language)
  const mix = await officeMix(payload, office ? idOf(office) : null, clock.now(), await readHeard(runtime))
  const short = scarce(mix).map(({ name, nameEn }) => (language === 'en' ? nameEn : name))
  return language === 'en'
    ? `${held}. It may be handed in; when it is to be sent it will be held back first.${short.length ? ` Scarce instead: ${short.join(', ')}.` : ''}`
    : `${held}；交上去可以，投放时会先压住。${short.length ? `现在更缺的是${short.join('、')}。` : ''}`

  async function firstHold(of: NonNullable<typeof segments>): Promise<Hold | null> {
    const now = clock.now()
    const heldNow = holdCheck(payload)
    const row = { id: '', itemKey: `${collection}:${id}`, topic: topic!, office, dueAt: now.toISOString() }
    for (const segment of of) {
      const hold = await heldNow({ ...row, segment }, now)
      if (hold) return hold
    }
    return null
  }
}

/** The topics furthest below what people need. */
const scarce = ({ topics, deliveries }: OfficeMix) =>
  topics
    .map((topic) => ({ ...topic, lacks: topic.wanted - topic.count / Math.max(1, deliveries) }))
    .filter(({ lacks }) => lacks >= 0.03)
    .sort((a, b) => b.lacks - a.lacks)
    .slice(0, SHORT)
