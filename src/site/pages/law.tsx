import type { ProvisionRow } from '../repository/laws'
import { LawText } from '../blocks/provisions'
import { A } from '../layout/parts'
import { found, type PageMaker } from '../page'
import type { Statute } from '../../payload-types'

/** Above this a law is listed by its article numbers: the whole Civil Code would be half a megabyte on a phone. */
const SHOWN_WHOLE = 150
const stateWords = { 'in-force': '现行有效', amended: '已修改', repealed: '已废止' } as const

export const law: PageMaker = async ({ view, repo, slug }) => {
  const statute = found(view.facts.statutes.find((one) => one.slug === slug))
  const provisions = await repo.provisionsOf(statute)
  return {
    title: statute.title,
    description: statute.adoption ?? undefined,
    jsonLd: {
      '@context': 'https://schema.org',
      '@type': 'Legislation',
      name: statute.title,
      legislationDate: statute.adoptedOn?.slice(0, 10),
      inLanguage: 'zh-Hans',
      url: `${view.origin}/laws/${slug}`,
    },
    body: (
      <article className="statute">
        <h1>{statute.title}</h1>
        <p className="hint">{stateWords[statute.state ?? 'in-force']}</p>
        {statute.adoption && (
          <details className="folded">
            <summary>通过和修改</summary>
            <p className="hint">{statute.adoption}</p>
          </details>
        )}
        {groupsOf(provisions).map((group) => (
          <section key={group.rows[0]?.id}>
            {group.part && <h2>{group.part}</h2>}
            {group.chapter && <h3>{group.chapter}</h3>}
            {provisions.length > SHOWN_WHOLE ? (
              <Numbers statute={statute} rows={group.rows} />
            ) : (
              <Texts statute={statute} rows={group.rows} />
            )}
          </section>
        ))}
      </article>
    ),
  }
}

type Rows = { statute: Statute; rows: ProvisionRow[] }

const Texts = ({ statute, rows }: Rows) => (
  <>
    {rows.map(({ id, number, label, text }) => (
      <div id={number} key={id} className="entry">
        <LawText label={label} text={text} />
        <A to={`/laws/${statute.slug}/${number}`} className="quiet">
          {label}：哪些案例用到
        </A>
      </div>
    ))}
  </>
)

const Numbers = ({ statute, rows }: Rows) => (
  <p className="numbers">
    {rows.map(({ id, number, label }) => (
      <span key={id} id={number}>
        <A to={`/laws/${statute.slug}/${number}`}>{label}</A>
      </span>
    ))}
  </p>
)

type Group = { part?: string; chapter?: string; rows: ProvisionRow[] }

/** Runs of articles under one part and chapter; a heading is named only where it changes. */
function groupsOf(provisions: ProvisionRow[]): Group[] {
  const groups: Group[] = []
  let part: string | undefined | null
  let chapter: string | undefined | null
  for (const row of provisions) {
    if (!groups.length || row.part !== part || row.chapter !== chapter)
      groups.push({
        part: row.part && row.part !== part ? row.part : undefined,
        chapter: row.chapter ?? undefined,
        rows: [],
      })
    part = row.part
    chapter = row.chapter
    groups.at(-1)!.rows.push(row)
  }
  return groups
}
