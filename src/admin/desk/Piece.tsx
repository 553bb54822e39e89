import Link from 'next/link'
import type { CommissionRow, OfferLine } from '../../staff/commissionRows'
import type { Say } from '../say'

type Props = {
  row: CommissionRow
  /** Whether the reader gives it to others, makes it alone, or only looks on. */
  mode: 'give' | 'make' | 'look'
  busy: boolean
  say: Say
  onMake: () => void
  onBorrow: (offer: OfferLine) => void
  /** Where an item stands in the admin. */
  href: (path: `/${string}`) => string
}

/** One piece: what and why, then what is cheaper than making it, then making it. */
export function Piece({ row, mode, busy, say, onMake, onBorrow, href }: Props) {
  const { title, why, offers } = row
  const own = offers.length ? say('自己做', 'Make a new one') : say('我来做', 'I make it')
  const make = mode !== 'look' && (
    <button className="mb-go" disabled={busy} onClick={onMake} type="button">
      {mode === 'give' ? say('布置', 'Assign') : own}
    </button>
  )
  return (
    <li>
      <span>{title}</span>
      <small>{why}</small>
      {make}
      {mode !== 'look' && offers.length > 0 && (
        <ul className="mb-offers">
          {offers.map((offer) => (
            <li key={offer.item}>
              <span>{offer.words}</span>
              {offer.kind === 'borrow' ? (
                <button className="mb-go is-first" disabled={busy} onClick={() => onBorrow(offer)} type="button">
                  {say('借来用', 'Borrow')}
                </button>
              ) : (
                <Link className="mb-go is-first" href={href(pathOf(offer.item))} prefetch={false}>
                  {say('去配音', 'Dub it')}
                </Link>
              )}
            </li>
          ))}
        </ul>
      )}
    </li>
  )
}

const pathOf = (item: string) => `/collections/${item.replace(':', '/')}` as const
