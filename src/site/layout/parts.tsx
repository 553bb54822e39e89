import type { ReactNode } from 'react'
import type { Params } from '../params'
import { officeOf } from '../repository/facts'
import type { Item } from '../repository/items'
import { addressOf, useView } from '../view'
import { verdictWords } from '../../lib/spokenText'
import { minutesInWords, sizeInWords } from '../words'

type Link = {
  to: string
  change?: Params
  delivery?: Item['delivery']
  /** Where in the film to begin, in seconds. */
  at?: number
  children: ReactNode
  className?: string
  current?: boolean
}

/** A link of this site; it carries segment and edition along. */
export function A({ to, change, delivery, at, children, className, current }: Link) {
  const view = useView()
  return (
    <a
      href={beside(addressOf(view, to, change), { d: delivery?.d, c: delivery?.c, t: at })}
      className={className}
      aria-current={current ? 'true' : undefined}
    >
      {children}
    </a>
  )
}

/** `d`, `c` and `t` change no page and are no part of its address: the page's scripts read them. */
function beside(address: string, values: Record<string, string | number | undefined>): string {
  const [path = '', anchor] = address.split('#')
  const pairs = Object.entries(values).filter(([, value]) => value !== undefined)
  if (!pairs.length) return address
  const written = pairs.map(([name, value]) => `${name}=${encodeURIComponent(value!)}`).join('&')
  return `${path}${path.includes('?') ? '&' : '?'}${written}${anchor ? `#${anchor}` : ''}`
}

/** The seal: what the answer comes down to. */
export const Stamp = ({ verdict }: { verdict: keyof typeof verdictWords }) => (
  <strong className="stamp">
    <span className="unseen">答案：</span>
    <span>{verdictWords[verdict]}</span>
  </strong>
)

export function Telephone({ number, name }: { number?: string | null; name?: ReactNode }) {
  if (!number) return null
  return (
    <a className="tel" href={`tel:${number.replace(/[^\d+]/g, '')}`}>
      {name && <span>{name}</span>} <b>{number}</b>
    </a>
  )
}

/** Lines between rules: the only list this site knows. */
export function Ruled({ items, lead }: { items: Item[]; lead?: boolean }) {
  if (!items.length) return null
  return (
    <ul className={lead ? 'ruled lead' : 'ruled'}>
      {items.map((item) => (
        <li key={item.path}>
          <Row item={item} />
        </li>
      ))}
    </ul>
  )
}

export function Row({ item }: { item: Item }) {
  const { stream, verdict, form, delivery } = item
  return (
    <A to={item.path} change={delivery && { s: delivery.s }} delivery={delivery} className="row">
      <span className="title">{item.title}</span>
      <span className="hint">
        {form === 'film' && <b>{stream ? `影片 ${minutesInWords(stream.duration)}` : '影片'}</b>}
        {verdict && <b>{verdictWords[verdict]}</b>}
        {form === 'notice' && <b>提醒</b>}
        {form === 'guide' && <b>怎么办</b>}
        <span>{verdict ? afterVerdict(item.answer, verdictWords[verdict]) : item.answer}</span>
      </span>
    </A>
  )
}

/** `能。没签合同也能要` beside a bold 能 would say it twice. */
const afterVerdict = (answer: string, verdict: string) =>
  answer.startsWith(verdict) && /^[。，,！]/.test(answer.slice(verdict.length))
    ? answer.slice(verdict.length + 1)
    : answer

export const lengthAndSize = ({ stream }: Pick<Item, 'stream'>) =>
  stream ? `${minutesInWords(stream.duration)}，${sizeInWords(stream.bytes)}` : '影片正在准备，请过一会儿再来'

/** Whom to call: always somebody. */
export function CallUs({ office: wanted }: { office?: unknown }) {
  const { facts } = useView()
  const office = officeOf(facts, wanted)
  const { hotline, fraudHotline, telephone } = facts.settings
  return (
    <section className="call" aria-labelledby="call">
      <h2 id="call">找人问</h2>
      <ul className="ruled">
        {office && (
          <li>
            <Telephone number={office.telephone ?? telephone} name={office.name} />
            {office.hours && <p className="hint">{office.hours}</p>}
            {office.slug && (
              <p>
                <A to={`/offices/${office.slug}`} className="quiet">
                  地址和介绍
                </A>
              </p>
            )}
          </li>
        )}
        <li>
          <Telephone number={hotline ?? '12348'} name="法律服务热线，免费" />
        </li>
        <li>
          <Telephone number={fraudHotline ?? '96110'} name="怀疑被骗，打反诈热线" />
        </li>
      </ul>
    </section>
  )
}

export function SearchBox({ q = '' }: { q?: string }) {
  const { base, params } = useView()
  return (
    <form className="search" role="search" action={`${base}/search`}>
      <label htmlFor="q">我遇到了……</label>
      <span className="line">
        <input id="q" name="q" type="search" defaultValue={q} maxLength={60} placeholder="比如：老板不给钱" required />
        <button>找</button>
      </span>
      {params.s && <input type="hidden" name="s" value={params.s} />}
      {params.edition && <input type="hidden" name="edition" value={params.edition} />}
    </form>
  )
}
