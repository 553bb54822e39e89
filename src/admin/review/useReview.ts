'use client'
import { useDocumentInfo } from '@payloadcms/ui'
import { useCallback, useEffect, useState } from 'react'
import type { Standing } from '../../staff/review'
import { useStaff } from '../useStaff'

const CHANGED = 'mingbai:review'

/** Where the item in hand stands. Asked again after every save and after every review action on the page. */
export function useReview() {
  const { id, collectionSlug, lastUpdateTime } = useDocumentInfo()
  const { call, say, language } = useStaff()
  const [standing, setStanding] = useState<Standing | null>(null)
  const place = id && collectionSlug ? (`/review/${collectionSlug}/${id}` as const) : null

  const refresh = useCallback(async () => {
    if (!place) return
    const answer = await call<Standing>(place)
    if (answer.ok) setStanding(answer.body)
    // `call` is made anew with every render; the place decides.
  }, [place, language])

  useEffect(() => {
    void refresh()
    const again = () => void refresh()
    window.addEventListener(CHANGED, again)
    return () => window.removeEventListener(CHANGED, again)
  }, [refresh, lastUpdateTime])

  const act = async (step: 'submit' | 'approve' | 'return' | 'withdraw', json: object) => {
    const answer = await call<{ stage: string; atCap?: string | null }>(`${place!}/${step}`, json)
    window.dispatchEvent(new Event(CHANGED))
    return answer
  }
  return { standing, act, say, language, place }
}
