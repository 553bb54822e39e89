import type { Article, Segment } from '../../payload-types'
import type { Block } from '../blocks/Blocks'
import { Choice } from '../blocks/Choice'
import { Risks } from '../blocks/Risks'
import { byDemand, demandOf } from '../choose'
import { A, CallUs, Ruled, SearchBox } from '../layout/parts'
import { found, type PageMaker } from '../page'
import type { Item } from '../repository/items'
import { delivered } from '../repository/slots'

const SHOWN = 14
const CONSIDERED = 60
const RISKS_SHOWN = 5
type Form = NonNullable<Segment['forms']>[number]
type Lead = { article: Pick<Article, 'title' | 'slug'>; block: Block; index: number }

/** What a segment sees: what was planned for it now, then the newest on what it asks about, its preferred forms first. */
export const segment: PageMaker = async ({ view, repo, slug }) => {
  const row = found(view.facts.segments.find((one) => one.slug === slug))
  const [slots, tagged, blocks] = await Promise.all([
    repo.siteSlots(row.id),
    repo.items({ segment: row.id, limit: CONSIDERED }),
    repo.blocksFor(row.id),
  ])
  const standing = await repo.itemsByKey([...new Set(slots.map(({ itemKey }) => itemKey))])
  const planned = delivered(standing, slots, slug)
  const already = new Set(planned.map(({ path }) => path))
  const rest = byDemand(tagged, demandOf([row])).filter(({ path }) => !already.has(path))
  const title = `给${row.name}看的`
  return {
    title,
    description: row.invitation ?? undefined,
    meta: { ColumnName: title, ColumnType: '人群', ColumnDescription: row.invitation ?? undefined },
    body: (
      <>
        <h1>{title}</h1>
        {row.invitation && <p className="lede">{row.invitation}</p>}
        <Ruled items={planned} lead />
        <Forms forms={row.forms ?? []} items={rest} blocks={blocks} />
        <SearchBox />
        <CallUs />
      </>
    ),
  }
}

/** The segment's preferred forms in its order: youth play 选一选 and watch first, owners tick the list first. */
function Forms({ forms, items, blocks }: { forms: Form[]; items: Item[]; blocks: Lead[] }) {
  const lead = (form: Form) => forms.indexOf(form) >= 0
  const choice = lead('choice') ? blocks.find(({ block }) => block.blockType === 'choice') : undefined
  const risks = lead('risks') ? blocks.find(({ block }) => block.blockType === 'risks') : undefined
  const rank = (item: Item) => {
    const at = forms.indexOf(item.form === 'film' ? 'video' : item.form === 'notice' ? 'case' : item.form)
    return at < 0 ? forms.length : at
  }
  // Stable: inside one form the order by demand stays.
  const first = forms[0]
  const preferred = items.filter((item) => forms.length && rank(item) === 0).slice(0, 3)
  const others = items.filter((item) => !preferred.includes(item)).slice(0, SHOWN)
  const leads = [choice && 'choice', risks && 'risks'].sort(
    (a, b) => forms.indexOf(a as Form) - forms.indexOf(b as Form),
  )
  return (
    <>
      {leads.map((form) => {
        if (form === 'choice' && choice) return <ChoiceLead key={form} {...choice} />
        if (form === 'risks' && risks) return <RiskLead key={form} {...risks} />
        return null
      })}
      <Ruled items={first ? preferred : []} />
      <Ruled items={first ? others : items.slice(0, SHOWN)} />
    </>
  )
}

function ChoiceLead({ article, block, index }: Lead) {
  if (block.blockType !== 'choice') return null
  return <Choice block={block} index={index} on={`/articles/${article.slug}`} seen={new Set()} />
}

function RiskLead({ article, block }: Lead) {
  if (block.blockType !== 'risks') return null
  return (
    <>
      <Risks block={{ ...block, heading: block.heading || article.title }} rows={RISKS_SHOWN} />
      <p>
        <A to={`/articles/${article.slug}`} className="more">
          看整张清单，可以打印
        </A>
      </p>
    </>
  )
}
