import type { Provision } from '../../payload-types'
import { A } from '../layout/parts'
import { idOf } from '../repository/facts'
import { useView } from '../view'

/** Address of an article of law, e.g. `/laws/min-fa-dian/675`. */
export function useProvisionPath() {
  const { facts } = useView()
  return (provision: { statute: unknown; number: string }) => {
    const statute = facts.statutes.find(({ id }) => id === idOf(provision.statute))
    return statute && `/laws/${statute.slug}/${provision.number}`
  }
}

/** A link to an article of law, its text when the law has gone. */
export function Cite({ provision, words }: { provision?: Provision; words?: string }) {
  const pathOf = useProvisionPath()
  if (!provision) return words ? <>{words}</> : null
  const path = pathOf(provision)
  const name = words ?? spaced(provision.heading)
  return path ? <A to={path}>{name}</A> : <>{name}</>
}

/** 民法典第六百七十五条: the name of the law in its marks, so that the eye finds the number. */
const spaced = (heading: string) => heading.replace(/^《?([^《》第]+)》?\s*(第)/, '《$1》$2')

/** The law set apart: its number hanging in the margin, between double rules. */
export function LawText({ label, text }: { label: string; text: string }) {
  return (
    <div className="law">
      <b className="number">{label}</b>
      {text.split('\n').map((paragraph, index) => (
        <p key={index}>{paragraph}</p>
      ))}
    </div>
  )
}
