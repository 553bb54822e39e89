import { byDemand, demandOf } from '../choose'
import { A, CallUs, Row, Ruled, SearchBox } from '../layout/parts'
import type { PageMaker } from '../page'
import type { Item } from '../repository/items'
import { delivered } from '../repository/slots'
import { chosenSegment, useView } from '../view'

const SHOWN = 9
const CONSIDERED = 60

/** One lead and a ruled list: what stands in the segment's slots, then the newest on the topics people ask about. */
export const home: PageMaker = async ({ view, repo }) => {
  const { facts } = view
  const segment = chosenSegment(view)
  const slots = segment ? await repo.siteSlots(segment.id) : []
  const standing = await repo.itemsByKey([...new Set(slots.map(({ itemKey }) => itemKey))])
  const planned = delivered(standing, slots, segment?.slug ?? '')
  const newest = byDemand(
    await repo.items({ segment: segment?.id, limit: CONSIDERED }),
    demandOf(segment ? [segment] : facts.segments),
  )
  const already = new Set(planned.map(({ path }) => path))
  const shown = [...planned, ...newest.filter(({ path }) => !already.has(path))].slice(0, SHOWN)
  const name = facts.settings.siteName ?? '明白'
  return {
    title: name,
    description: '遇到事，先弄明白：能不能、怎么办、找谁。',
    body: <Home items={shown} />,
    jsonLd: {
      '@context': 'https://schema.org',
      '@type': 'WebSite',
      name,
      url: view.origin,
      potentialAction: {
        '@type': 'SearchAction',
        target: `${view.origin}/search?q={q}`,
        'query-input': 'required name=q',
      },
    },
    meta: { ColumnName: '首页', ColumnType: '首页' },
  }
}

function Home({ items }: { items: Item[] }) {
  const view = useView()
  const { facts } = view
  const [lead, ...rest] = items
  const phrases = facts.topics.flatMap(({ phrases }) => phrases?.slice(0, 1) ?? []).slice(0, 6)
  return (
    <>
      <h1 className="unseen">{facts.settings.siteName ?? '明白'}</h1>
      <SearchBox />
      {phrases.length > 0 && (
        <p className="phrases">
          {phrases.map(({ phrase }) => (
            <A key={phrase} to="/search" change={{ q: phrase }}>
              {phrase}
            </A>
          ))}
        </p>
      )}
      {facts.settings.alert && (
        <p className="alert">
          {!facts.settings.alert.includes('骗') && <b>今日骗局：</b>}
          {facts.settings.alert}
        </p>
      )}
      <WhoAmI />
      {lead && (
        <div className="first">
          <Row item={lead} />
        </div>
      )}
      <Ruled items={rest} />
      {!items.length && <Statutes />}
      <CallUs />
    </>
  )
}

/** Choosing who I am, in words. The address remembers it; nothing is inferred. */
function WhoAmI() {
  const { facts, params } = useView()
  if (!facts.segments.length) return null
  return (
    <p className="whoami">
      <span>我是</span>
      {facts.segments.map(({ id, slug, name }) => (
        <A key={id} to={`/s/${slug}`} change={{ s: slug ?? undefined }} current={params.s === slug}>
          <span data-segment={slug}>{name}</span>
        </A>
      ))}
    </p>
  )
}

export function Statutes() {
  const { facts } = useView()
  if (!facts.statutes.length) return null
  return (
    <section>
      <h2>法律原文</h2>
      <ul className="ruled">
        {facts.statutes.map(({ id, slug, shortTitle }) => (
          <li key={id}>
            <A to={`/laws/${slug}`} className="row">
              <span className="title">{shortTitle}</span>
            </A>
          </li>
        ))}
      </ul>
    </section>
  )
}
