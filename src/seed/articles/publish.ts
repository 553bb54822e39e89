import type { Runtime } from '../../runtime'
import { approveAsPeople } from '../approval'
import { ensure, idsBy } from '../keyed'
import { daysBefore } from '../workday'
import { provisionFinder, tell } from './tell'
import { stories } from '.'

const DAY = 86_400_000
/** The eight weeks of engagement start after the last of them went public. */
const OLDEST_DAYS = 75
/** Ten past nine, when the reviewer comes to it; the writer handed in on the afternoon before. */
const MORNING = 9 * 60 + 10

/** Twelve articles, each written by one colleague and approved by another, as if over two weeks in early autumn. */
export async function publishStories({ payload, clock }: Runtime): Promise<void> {
  const user = await idsBy(payload, 'users', 'username')
  const office = await idsBy(payload, 'offices', 'slug')
  const variety = await idsBy(payload, 'varieties', 'code')
  const told = await tell(payload, await provisionFinder(payload))
  for (const [index, story] of stories.entries()) {
    const [writer, home] = index % 2 ? (['bianji2', 'liuwan'] as const) : (['bianji', 'hetian'] as const)
    const at = daysBefore(clock.now(), OLDEST_DAYS - index, MORNING + ((index * 37) % 150))
    const { slug, ...data } = told(story)
    const { id } = await ensure(
      payload,
      'articles',
      { slug },
      {
        ...data,
        ...{ office: office(home), variety: variety('cmn'), _status: 'draft' },
        createdAt: new Date(at.getTime() - 2 * DAY).toISOString(),
      },
      { workflow: 'submit' },
    )
    await approveAsPeople(payload, { collection: 'articles', id, writer: user(writer), reviewer: user('shenhe'), at })
  }
}
