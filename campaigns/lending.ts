import type { BriefItem } from './brief'
import type { Commission } from './commission'

/** An item as the commission list looks at it: public, with the office that answers for it. */
export type StockItem = Pick<BriefItem, 'key' | 'topic' | 'segments' | 'form' | 'varieties' | 'updatedAt'> & {
  office: string | null
  lendable: boolean
}
/**
 * What is cheaper than a new piece: an item of another office to borrow, or a film that is here already and lacks the
 * variety. `dub`: the variety has still to be spoken, or for an article written.
 */
export type Offer = { kind: 'borrow' | 'dub'; item: string; lender: string | null; dub: boolean }

export type Borrower = {
  stock: readonly StockItem[]
  /** Offices that count as one's own; all when null. */
  scope: ReadonlySet<string> | null
  /** Keys of what the office delivered lately or has borrowed. */
  delivered: ReadonlySet<string>
  borrowed: ReadonlySet<string>
  standard: string | null
}

/** At most one item to borrow and one film to dub for a piece; what needs no dub first, then the newest. Pure. */
export function offersFor(piece: Omit<Commission, 'reasons'>, borrower: Borrower): Offer[] {
  const { stock, scope, delivered, borrowed, standard } = borrower
  const speaks = (item: StockItem) => isIn(item, piece.variety, standard)
  const fitting = stock
    .filter(({ topic, form }) => topic === piece.topic && form === piece.form)
    .filter(({ segments }) => !segments.length || segments.includes(piece.segment))
    .sort(
      (a, b) =>
        Number(speaks(b)) - Number(speaks(a)) ||
        b.updatedAt.getTime() - a.updatedAt.getTime() ||
        (a.key < b.key ? -1 : 1),
    )
  const here = ({ key, office }: StockItem) => !scope || (office !== null && scope.has(office)) || borrowed.has(key)
  const strange = fitting.find(
    (item) => item.office !== null && !here(item) && item.lendable && !delivered.has(item.key),
  )
  const own = piece.form === 'video' ? fitting.find((item) => here(item) && !speaks(item)) : undefined
  return [
    ...(own ? [{ kind: 'dub' as const, item: own.key, lender: null, dub: true }] : []),
    ...(strange ? [{ kind: 'borrow' as const, item: strange.key, lender: strange.office, dub: !speaks(strange) }] : []),
  ]
}

/** Whether an item is spoken or written in a variety; null is the standard language, which goes without saying. */
export function isIn({ varieties }: Pick<StockItem, 'varieties'>, variety: string | null, standard: string | null) {
  const wished = variety ?? standard
  return varieties.length ? varieties.includes(wished ?? '') : wished === standard
}
