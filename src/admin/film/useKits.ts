'use client'
import { useDocumentInfo } from '@payloadcms/ui'
import { useCallback, useEffect, useState } from 'react'
import type { FilmKits } from '../../staff/kits'
import { useStaff, type Answer } from '../useStaff'

const BUSY_MS = 1500
const IDLE_MS = 30_000

/** The kits of the film in hand; asked often while one is packed, seldom otherwise, not in a hidden tab. */
export function useKits() {
  const { id, lastUpdateTime } = useDocumentInfo()
  const { call, say, language } = useStaff()
  const [kits, setKits] = useState<FilmKits | null>(null)
  const [fault, setFault] = useState<string | null>(null)

  const take = useCallback((answer: Answer<FilmKits>) => {
    if (answer.ok) setKits(answer.body)
    setFault(answer.ok ? null : answer.error.message)
  }, [])

  const busy = kits?.voices.some(({ state }) => state === 'working' || state === 'waiting') ?? false
  useEffect(() => {
    if (!id) return
    let timer: ReturnType<typeof setTimeout>
    let left = false
    const look = async () => {
      if (document.visibilityState === 'visible') {
        const answer = await call<FilmKits>(`/kits/of/${id}`)
        if (!left) take(answer)
      }
      if (!left) timer = setTimeout(() => void look(), busy ? BUSY_MS : IDLE_MS)
    }
    void look()
    return () => {
      left = true
      clearTimeout(timer)
    }
    // `call` is made anew with every render; the film, its last save and the pace decide.
  }, [id, lastUpdateTime, busy, language])

  return {
    id,
    kits,
    fault,
    say,
    language,
    pack: async (variety: string, written?: string) =>
      take(await call<FilmKits>(`/kits/of/${id}`, { variety, ...(written && { written }) })),
    cancel: async (kit: string) => take(await call<FilmKits>(`/kits/${kit}/cancel`, {})),
  }
}
