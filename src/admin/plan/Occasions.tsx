import type { Day } from '../../lib/zone'
import type { Say } from '../say'
import type { Month, MonthOccasion } from './month'

/** Longer ones are named on their first day only: a month of labels would bury the deliveries. */
const NAMED_DAILY = 10

/** What falls into the month: law weeks and days, each a way to its own page. */
export function Occasions({ occasions, admin, say }: { occasions: MonthOccasion[]; admin: string; say: Say }) {
  if (!occasions.length) return null
  return (
    <ul aria-label={say('法治节点', 'Occasions')} className="mb-month__occasions">
      {occasions.map(({ id, name, from, when }) => (
        <li key={`${id} ${from}`}>
          <a href={`${admin}/collections/occasions/${id}`}>{name}</a> {when}
        </li>
      ))}
    </ul>
  )
}

/** The names of what a day belongs to. */
export function occasionsOn(day: Day, { occasions, name: month }: Pick<Month, 'occasions' | 'name'>): string[] {
  return occasions
    .filter(({ from, to }) => {
      if (day < from || day > to) return false
      const long = (Date.parse(to) - Date.parse(from)) / 86_400_000 >= NAMED_DAILY
      const first = from.slice(0, 7) === month ? from : `${month}-01`
      return !long || day === first
    })
    .map(({ name }) => name)
}
