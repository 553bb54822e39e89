import { Fragment, type ReactNode } from 'react'
import { terms } from '../../i18n/terms'

// Longest first, so that 经济赔偿金 is not found as a shorter term inside it.
const pattern = new RegExp(
  Object.keys(terms)
    .sort((a, b) => b.length - a.length)
    .join('|'),
  'g',
)

/** Text in which each term of the law is explained where it first stands on the page; `seen` is the page's memory. */
export function gloss(text: string, seen: Set<string>): ReactNode {
  const parts: ReactNode[] = []
  let from = 0
  for (const { 0: term, index } of text.matchAll(pattern)) {
    if (seen.has(term)) continue
    seen.add(term)
    parts.push(text.slice(from, index), <dfn key={index}>{term}</dfn>, `（就是${terms[term]}）`)
    from = index + term.length
  }
  return from ? <Fragment>{[...parts, text.slice(from)]}</Fragment> : text
}
