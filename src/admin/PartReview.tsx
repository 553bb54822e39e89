'use client'
import { toast, useDocumentInfo, useFormModified } from '@payloadcms/ui'
import { useCallback, useEffect, useState } from 'react'
import type { PartStanding } from '../staff/partReview'
import { PartDecision } from './sound/PartDecision'
import { useStaff } from './useStaff'

/** At the foot of a dub, a subtitle or a reading: where its own approval stands, and the two buttons of a reviewer. */
export function PartReview() {
  const { id, collectionSlug, lastUpdateTime } = useDocumentInfo()
  const modified = useFormModified()
  const { call, say, language } = useStaff()
  const [standing, setStanding] = useState<PartStanding | null>(null)
  const place = id ? (`/review/${collectionSlug}/${id}` as const) : null
  const refresh = useCallback(async () => {
    const answer = place && (await call<PartStanding>(place))
    if (answer && answer.ok) setStanding(answer.body)
    // `call` is made anew with every render; the place decides.
  }, [place, language])
  useEffect(() => void refresh(), [refresh, lastUpdateTime])

  if (!place)
    return (
      <p className="mb-film__hint">
        {say('保存以后，由另一位同事单独审核。', 'After saving, a colleague approves it.')}
      </p>
    )
  if (!standing) return null
  const decide = async (step: 'approve' | 'return', json: object) => {
    const answer = await call<PartStanding>(`${place}/${step}`, json)
    if (answer.ok) setStanding(answer.body)
    else toast.error(answer.error.message, { duration: 12_000 })
  }
  return (
    <section aria-label={say('审核', 'Review')} className="mb-review mb-review--part">
      <PartDecision busy={modified} decide={decide} language={language} say={say} standing={standing} />
      {modified && <p className="mb-review__off">{say('先保存，再审核。', 'Save first, then decide.')}</p>}
    </section>
  )
}
