import { idOf } from '../repository/facts'
import { A, CallUs, Ruled } from '../layout/parts'
import { found, type PageMaker } from '../page'
import { dateInWords } from '../words'

/** One campaign: what it wants, for whom, until when, and what belongs to it. */
export const campaign: PageMaker = async ({ view, repo, slug }) => {
  const row = found(await repo.campaign(slug))
  const named = (row.items ?? []).map(({ relationTo, value }) => `${relationTo}:${idOf(value)}`)
  const items = await repo.itemsByKey(named.length ? named : await repo.deliveredBy(row.id))
  const segments = view.facts.segments.filter(({ id }) => row.segments.some((one) => idOf(one) === id))
  const days = `${dateInWords(row.from, view.timeZone)}到${dateInWords(row.to, view.timeZone)}`
  return {
    title: row.title,
    description: row.goal,
    jsonLd: {
      '@context': 'https://schema.org',
      '@type': 'Event',
      name: row.title,
      description: row.goal,
      startDate: row.from,
      endDate: row.to,
      eventAttendanceMode: 'https://schema.org/OnlineEventAttendanceMode',
      location: { '@type': 'VirtualLocation', url: `${view.origin}/campaigns/${row.slug}` },
    },
    body: (
      <>
        <h1>{row.title}</h1>
        <p className="lede">{row.goal}</p>
        <p className="hint">{days}</p>
        {segments.length > 0 && (
          <p className="whoami">
            <span>给谁看</span>
            {segments.map(({ id, slug, name }) => (
              <A key={id} to={`/s/${slug}`} change={{ s: slug ?? undefined }}>
                {name}
              </A>
            ))}
          </p>
        )}
        <Ruled items={items} />
        <CallUs office={row.office} />
      </>
    ),
  }
}
