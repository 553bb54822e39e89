import type { Campaign } from '../../payload-types'
import { A, CallUs } from '../layout/parts'
import type { PageMaker } from '../page'
import { useView } from '../view'
import { dateInWords } from '../words'

type Row = Pick<Campaign, 'id' | 'slug' | 'title' | 'goal' | 'from' | 'to'>

/** Approved campaigns: those that run, those that come, those that were. */
export const calendar: PageMaker = async ({ view, repo }) => {
  const rows = await repo.campaigns()
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
