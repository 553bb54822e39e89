'use client'
import { useDocumentInfo } from '@payloadcms/ui'
import { useCallback, useEffect, useState } from 'react'
import type { FilmState } from '../../staff/films'
import { useStaff, type Answer } from '../useStaff'

const BUSY_MS = 1500
const IDLE_MS = 15_000

/** How far the stream of the film in hand is; asked often while the pipeline works, seldom otherwise, not in a hidden tab. */
export function useFilm() {
  const { id, lastUpdateTime } = useDocumentInfo()
  const { call, say, language } = useStaff()
  const [film, setFilm] = useState<FilmState | null>(null)
  const [fault, setFault] = useState<string | null>(null)

  const take = useCallback((answer: Answer<FilmState>) => {
    if (answer.ok) setFilm(answer.body)
    setFault(answer.ok ? null : answer.error.message)
  }, [])

  const busy = film?.state === 'working' || film?.state === 'waiting'
  useEffect(() => {
    if (!id) return
    let timer: ReturnType<typeof setTimeout>
    let left = false
    const look = async () => {
      if (document.visibilityState === 'visible') {
        const answer = await call<FilmState>(`/films/${id}/progress`)
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

  const act = async (step: 'retry' | 'cancel' | 'reprocess') => take(await call<FilmState>(`/films/${id}/${step}`, {}))
  return { id, film, fault, act, say, language }
}
