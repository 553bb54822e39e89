import { officeOf } from '../repository/facts'
import type { ArticleDetail } from '../repository/details'
import { useView } from '../view'
import { stamp } from '../words'
import { A } from './parts'

type Props = { office: unknown; source?: string | null; credit?: string; at: string }

/** Source, office and time, as the county-site norms ask; and whom else it is owed to. */
export function ByLine({ office: wanted, source, credit, at }: Props) {
  const { facts, timeZone } = useView()
  const office = officeOf(facts, wanted)
  return (
    <p className="byline">
      {office && <span>发布：{office.slug ? <A to={`/offices/${office.slug}`}>{office.name}</A> : office.name}</span>}
      {source && <span>来源：{source}</span>}
      {credit && <span>{credit}</span>}
      {at && <time dateTime={at}>{stamp(at, timeZone)}</time>}
    </p>
  )
}

/** The same article in other languages, each under its own name. */
export function Variants({ detail: { variants } }: { detail: ArticleDetail }) {
  const { facts } = useView()
  if (!variants.length) return null
  return (
    <p className="tongues">
      {variants.map(({ path, variety }) => {
        const row = facts.varieties.find(({ id }) => id === variety)
        return (
          <A key={path} to={path}>
            <span lang={row?.tag}>{row?.name ?? '普通话'}</span>
          </A>
        )
      })}
    </p>
  )
}
