import type { BriefItem } from './brief'
import type { Commission, Way } from './commission'

/** An item as the commission list looks at it: public, with the office that answers for it. */
export type StockItem = Pick<BriefItem, 'key' | 'topic' | 'segments' | 'form' | 'varieties' | 'updatedAt'> & {
  office: string | null
  lendable: boolean
}
/**
 * What is cheaper than a new piece: an item of another office to borrow, or a film that is here already and lacks the
 * variety. `form` and `variety` are what the segment gets: of a piece in another form they are not those of the wish.
 * `dub`: the variety has still to be spoken, or for an article written.
 */
export type Offer = { kind: 'borrow' | 'dub'; item: string; lender: string | null; dub: boolean } & Guise
type Guise = Pick<Commission, 'form' | 'variety'>

export type Borrower = {
  stock: readonly StockItem[]
  /** Offices that count as one's own; all when null. */
  scope: ReadonlySet<string> | null
  /** Keys of what the office delivered lately or has borrowed. */
  delivered: ReadonlySet<string>
  borrowed: ReadonlySet<string>
  /** Forms and varieties in which the segment takes a piece, best first. */
  ways: readonly Way[]
  standard: string | null
}

/**
 * For a piece at most one film to dub, one item of its form to borrow, what needs no dub first, and one of another form,
 * in the way the segment likes best; else the newest. Of another form only what the segment can read or hear as it is:
 * two things wrong with it would be no cheaper than a new piece. Pure.
 */
export function offersFor(piece: Omit<Commission, 'reasons'>, borrower: Borrower): Offer[] {
  const { stock, scope, delivered, borrowed, ways, standard } = borrower
  const speaks = (item: StockItem) => isIn(item, piece.variety, standard)
  const fitting = stock
    .filter(({ topic }) => topic === piece.topic)
    .filter(({ segments }) => !segments.length || segments.includes(piece.segment))
    .sort((a, b) => b.updatedAt.getTime() - a.updatedAt.getTime() || (a.key < b.key ? -1 : 1))
  const alike = fitting.filter(({ form }) => form === piece.form).sort((a, b) => Number(speaks(b)) - Number(speaks(a)))
  const here = ({ key, office }: StockItem) => !scope || (office !== null && scope.has(office)) || borrowed.has(key)
  const lent = (item: StockItem) => item.office !== null && !here(item) && item.lendable && !delivered.has(item.key)
  const own = piece.form === 'video' ? alike.find((item) => here(item) && !speaks(item)) : undefined
  const strange = alike.find(lent)
  const { form, variety } = piece
  return [
    ...(own ? [{ kind: 'dub' as const, item: own.key, lender: null, dub: true, form, variety }] : []),
    ...(strange ? [borrowing(strange, { form, variety }, !speaks(strange))] : []),
    ...ways
      .filter((way) => way.form !== form)
      .flatMap((way) => {
        const other = fitting.find((item) => item.form === way.form && isIn(item, way.variety, standard) && lent(item))
        return other ? [borrowing(other, way, false)] : []
      })
      .slice(0, 1),
  ]
}

const borrowing = ({ key, office }: StockItem, guise: Guise, dub: boolean): Offer => ({
  ...{ kind: 'borrow', item: key, lender: office, dub, form: guise.form, variety: guise.variety },
})

/** Whether an item is spoken or written in a variety; null is the standard language, which goes without saying. */
export function isIn({ varieties }: Pick<StockItem, 'varieties'>, variety: string | null, standard: string | null) {
  const wished = variety ?? standard
  return varieties.length ? varieties.includes(wished ?? '') : wished === standard
}
