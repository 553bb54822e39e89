import type { Day } from '../../lib/zone'
import type { Language, Say } from '../say'
import { EntryActions } from './EntryActions'
import { Held } from './Held'
import type { Entry, Month } from './month'
import { occasionsOn, Occasions } from './Occasions'

type Choice = { id: string; name: string }
type Props = {
  month: Month
  language: Language
  say: Say
  admin: string
  campaigns: Choice[]
  offices: Choice[]
  chosen: { campaign?: string; office?: string }
  mayPlan: boolean
}

/** A month on one sheet: a grid on a desk, a list on a telephone; the same markup, days in order. */
export function MonthView({ month, language, say, admin, campaigns, offices, chosen, mayPlan }: Props) {
  const title = new Intl.DateTimeFormat(language === 'en' ? 'en-GB' : 'zh-CN', {
    year: 'numeric',
    month: 'long',
    timeZone: 'UTC',
  }).format(new Date(`${month.name}-01T00:00:00Z`))
  const to = (name: string) => {
    const query = new URLSearchParams({ month: name })
    for (const [key, value] of Object.entries(chosen)) if (value) query.set(key, value)
    return `${admin}/plan?${query.toString()}`
  }
  return (
    <div className="gutter--left gutter--right mb-month">
      <header>
        <h1>{say('排期', 'Plan')}</h1>
        {mayPlan && (
          <a className="mb-button mb-button--main" href={`${admin}/collections/campaigns/create`}>
            {say('办一次宣传活动', 'New campaign')}
          </a>
        )}
        <a className="mb-button" href={`${admin}/collections/campaigns`}>
          {say('全部活动', 'All campaigns')}
        </a>
      </header>
      <nav aria-label={say('月份', 'Month')}>
        <a aria-label={say('上个月', 'Previous month')} className="mb-button" href={to(month.before)}>
          ←
        </a>
        <h2>{title}</h2>
        <a aria-label={say('下个月', 'Next month')} className="mb-button" href={to(month.after)}>
          →
        </a>
        {month.today.slice(0, 7) !== month.name && (
          <a className="mb-button" href={to(month.today.slice(0, 7))}>
            {say('回到今天', 'Today')}
          </a>
        )}
        <form method="get">
          <input name="month" type="hidden" value={month.name} />
          <Choose all={say('全部活动', 'All campaigns')} choices={campaigns} chosen={chosen.campaign} name="campaign" />
          <Choose all={say('全部单位', 'All offices')} choices={offices} chosen={chosen.office} name="office" />
          <button className="mb-button" type="submit">
            {say('看', 'Show')}
          </button>
        </form>
      </nav>
      {month.total === 0 && (
        <p className="mb-month__empty">
          {say(
            '这个月还没有投放。先办一次宣传活动，点“排一排”。',
            'Nothing is planned this month. Make a campaign and plan it.',
          )}
        </p>
      )}
      {month.total > 1000 && (
        <p>{say('太多了，只列出前 1000 条。请选一个活动。', 'Only the first 1000 are listed; choose a campaign.')}</p>
      )}
      <Occasions admin={admin} occasions={month.occasions} say={say} />
      <div aria-hidden="true" className="mb-month__weekdays">
        {weekdays[language].map((name) => (
          <span key={name}>{name}</span>
        ))}
      </div>
      <ol className="mb-month__grid">
        {month.weeks
          .flat()
          .map((day, n) =>
            day ? (
              <DayCell
                admin={admin}
                day={day}
                entries={month.entries.get(day) ?? []}
                key={day}
                language={language}
                mark={month.marks.get(day)}
                occasions={occasionsOn(day, month)}
                today={month.today}
              />
            ) : (
              <li aria-hidden="true" className="is-outside" key={`outside-${n}`} />
            ),
          )}
      </ol>
    </div>
  )
}

type Cell = {
  admin: string
  day: Day
  today: Day
  entries: Entry[]
  language: Language
  mark?: 'off' | 'work'
  occasions: string[]
}
function DayCell({ admin, day, today, entries, language, mark, occasions }: Cell) {
  const date = new Date(`${day}T00:00:00Z`)
  const named = new Intl.DateTimeFormat(language === 'en' ? 'en-GB' : 'zh-CN', {
    month: 'long',
    day: 'numeric',
    weekday: 'short',
    timeZone: 'UTC',
  }).format(date)
  const isToday = day === today
  const state = [isToday ? 'is-today' : '', entries.length || occasions.length || mark ? '' : 'is-empty']
    .join(' ')
    .trim()
  return (
    <li aria-current={isToday ? 'date' : undefined} className={state}>
      <h3>
        <span className="mb-month__number">{date.getUTCDate()}</span>
        <span className="mb-month__named">{named}</span>
        {isToday && <em>{language === 'en' ? 'today' : '今天'}</em>}
        {mark && <em className={`is-${mark}`}>{marks[mark][language]}</em>}
      </h3>
      {occasions.length > 0 && <p className="mb-month__occasion">{occasions.join(language === 'en' ? ', ' : '、')}</p>}
      {entries.map((entry) => (
        <details className={`is-${entry.status}`} key={entry.id} name={`day-${day}`}>
          <summary>
            <time dateTime={entry.at}>{entry.time}</time> {entry.title}
            <small>
              {entry.segment} · {entry.channel} · {entry.statusWords}
            </small>
          </summary>
          <Held delivery={entry} language={language} />
          {entry.error && <p className="mb-plan__fault">{entry.error}</p>}
          {entry.campaign && (
            <p>
              <a href={`${admin}/collections/campaigns/${entry.campaign.id}`}>{entry.campaign.title}</a>
            </p>
          )}
          <EntryActions delivery={entry} />
        </details>
      ))}
    </li>
  )
}

function Choose({ name, all, choices, chosen }: { name: string; all: string; choices: Choice[]; chosen?: string }) {
  if (choices.length < 2) return null
  return (
    <select aria-label={all} defaultValue={chosen ?? ''} name={name}>
      <option value="">{all}</option>
      {choices.map(({ id, name: words }) => (
        <option key={id} value={id}>
          {words}
        </option>
      ))}
    </select>
  )
}

const marks = { off: { zh: '放假', en: 'holiday' }, work: { zh: '上班', en: 'working day' } }

const weekdays = {
  zh: ['周一', '周二', '周三', '周四', '周五', '周六', '周日'],
  en: ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'],
}
