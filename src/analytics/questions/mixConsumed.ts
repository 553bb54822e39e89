import type { Row } from '../store/contract'
import type { Topic } from './facts'
import { mixOf, type Mix } from './mixDelivered'

/** What residents took in, by topic: effective reads and effective plays, each one a person-time (人次). */
export function mixConsumed(rows: readonly Row<'topic' | 'item'>[], topics: readonly Topic[]): Mix {
  const taken = rows.filter(({ reads, plays }) => reads + plays > 0)
  const counts = topics.map(({ id }) =>
    taken.filter(({ topic }) => topic === id).reduce((sum, { reads, plays }) => sum + reads + plays, 0),
  )
  return mixOf(counts, new Set(taken.map(({ item }) => item)).size, topics)
}
