import type { Campaign } from '../../payload-types'
import { A, CallUs } from '../layout/parts'
import type { PageMaker } from '../page'
import { useView } from '../view'
import { dateInWords } from '../words'

type Row = Pick<Campaign, 'id' | 'slug' | 'title' | 'goal' | 'from' | 'to'>

/** Approved campaigns: those that run, those that come, those that were; and the law weeks ahead. */
export const calendar: PageMaker = async ({ view, repo }) => {
  const [rows, days] = await Promise.all([repo.campaigns(), repo.occasions(view.now)])
  const now = view.now.toISOString()
  const running = rows.filter(({ from, to }) => from <= now && to >= now)
  const coming = rows.filter(({ from }) => from > now).reverse()
  const past = rows.filter(({ to }) => to < now).slice(0, 12)
  return {
    title: '活动日历',
    description: '正在办的和要办的普法活动。',
    body: (
      <>
        <h1>活动日历</h1>
        {!rows.length && <p>现在没有安排活动。有事随时可以打电话问。</p>}
        <Rows heading="正在办" rows={running} />
        <Rows heading="要办的" rows={coming} />
        {days.length > 0 && (
          <section>
            <h2>快到的法治节点</h2>
            <ul className="ruled">
              {days.map(({ id, name, when, topics }) => (
                <li key={id}>
                  <p className="title">{name}</p>
                  <p className="hint">
                    {when}{' '}
                    {topics.map(({ slug, name: topic }) => (
                      <A key={slug} to={`/topics/${slug}`}>
                        {topic}
                      </A>
                    ))}
                  </p>
                </li>
              ))}
            </ul>
          </section>
        )}
        <Rows heading="办过的" rows={past} />
        <CallUs />
      </>
    ),
  }
}

function Rows({ heading, rows }: { heading: string; rows: Row[] }) {
  const { timeZone } = useView()
  if (!rows.length) return null
  return (
    <section>
      <h2>{heading}</h2>
      <ul className="ruled">
        {rows.map(({ id, slug, title, goal, from, to }) => (
          <li key={id}>
            <A to={`/campaigns/${slug}`} className="row">
              <span className="title">{title}</span>
              <span className="hint">
                <b>
                  {dateInWords(from, timeZone)}到{dateInWords(to, timeZone)}
                </b>
                <span>{goal}</span>
              </span>
            </A>
          </li>
        ))}
      </ul>
    </section>
  )
}
