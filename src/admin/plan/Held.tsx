import { when } from '../review/reasons'
import type { Language } from '../say'
import type { Actionable } from './DeliveryActions'

type Props = { delivery: Pick<Actionable, 'held' | 'letGo'>; language: Language }

/** Why a delivery is held back, and who let it go. */
export function Held({ delivery: { held, letGo }, language }: Props) {
  const en = language === 'en'
  return (
    <>
      {held && (
        <strong className="mb-plan__held">
          {en ? `${held}. It goes by itself once there is room.` : `${held}。有了空位自己会发。`}
        </strong>
      )}
      {letGo && (
        <small className="mb-plan__let-go">
          {en
            ? `Let go by ${letGo.by}, ${when(letGo.at, language)}: ${letGo.why}`
            : `${letGo.by} ${when(letGo.at, language)} 放行：${letGo.why}`}
        </small>
      )}
    </>
  )
}
