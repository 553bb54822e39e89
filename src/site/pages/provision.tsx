import { LawText } from '../blocks/provisions'
import { A, CallUs, Ruled } from '../layout/parts'
import { found, type PageMaker } from '../page'

/** One article of a law: its words, its neighbours, and the cases that cite it. */
export const provision: PageMaker = async ({ view, repo, slug, part }) => {
  const statute = found(view.facts.statutes.find((one) => one.slug === slug))
  const { here, before, after } = found(await repo.provision(statute, part))
  const cases = await repo.citing(here.id)
  const place = [here.part, here.chapter, here.section].filter(Boolean).join(' · ')
  return {
    title: `${statute.shortTitle}${here.label}`,
    description: here.text.slice(0, 80),
    length: here.text.length,
    jsonLd: {
      '@context': 'https://schema.org',
      '@type': 'Legislation',
      name: `${statute.title}${here.label}`,
      text: here.text,
      inLanguage: 'zh-Hans',
      isPartOf: { '@type': 'Legislation', name: statute.title, url: `${view.origin}/laws/${slug}` },
    },
    body: (
      <article>
        <h1>
          <A to={`/laws/${slug}`}>{statute.shortTitle}</A> {here.label}
        </h1>
        {place && <p className="hint">{place}</p>}
        <LawText label={here.label} text={here.text} />
        {statute.state === 'repealed' && <p className="notice">这部法律已经废止，不再适用。</p>}
        {cases.length > 0 && (
          <section>
            <h2>用到这一条的案例</h2>
            <Ruled items={cases} />
          </section>
        )}
        <nav className="pages" aria-label="前后条">
          {before && <A to={`/laws/${slug}/${before.number}`}>上一条：{before.label}</A>}
          {after && <A to={`/laws/${slug}/${after.number}`}>下一条：{after.label}</A>}
        </nav>
        <CallUs />
      </article>
    ),
  }
}
