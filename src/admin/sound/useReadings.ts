'use client'
import { useDocumentInfo } from '@payloadcms/ui'
import { useCallback, useEffect, useState } from 'react'
import type { ReadingsOverview } from '../../staff/readings'
import { useStaff } from '../useStaff'

const BUSY_MS = 1500
const IDLE_MS = 15_000
export type Act = (path: `/${string}`, json: object) => Promise<void>

/** The readings of the article in hand; asked often while one is being made, not in a hidden tab. */
export function useReadings() {
  const { id, lastUpdateTime } = useDocumentInfo()
  const { call, say, language } = useStaff()
  const [overview, setOverview] = useState<ReadingsOverview | null>(null)
  const [fault, setFault] = useState<string | null>(null)

  const refresh = useCallback(async () => {
    if (!id || document.visibilityState !== 'visible') return
    const answer = await call<ReadingsOverview>(`/readings/of/${id}`)
    if (answer.ok) setOverview(answer.body)
    else setFault(answer.error.message)
    // `call` is made anew with every render; the article decides.
  }, [id, language])

  const busy = overview?.readings.some(({ state }) => state === 'waiting' || state === 'running')
  useEffect(() => {
    void refresh()
    const timer = setInterval(() => void refresh(), busy ? BUSY_MS : IDLE_MS)
    return () => clearInterval(timer)
  }, [refresh, busy, lastUpdateTime])

  const act: Act = async (path, json) => {
    const answer = await call<unknown>(path, json)
    setFault(answer.ok ? null : answer.error.message)
    await refresh()
  }
  return { id, overview, fault, say, language, act, refresh }
}
