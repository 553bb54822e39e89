'use client'
import { useDocumentInfo } from '@payloadcms/ui'
import { useCallback, useEffect, useState } from 'react'
import { useStaff, type Answer } from '../useStaff'

const BUSY_MS = 1500

/** What the server says of the document in hand; asked often while something works on it, seldom otherwise, not in a hidden tab. */
export function useWatched<T>(
  path: (id: string | number) => `/${string}`,
  { busy, idleMs }: { busy: (state: T) => boolean; idleMs: number },
) {
  const { id, lastUpdateTime } = useDocumentInfo()
  const { call, say, language } = useStaff()
  const [state, setState] = useState<T | null>(null)
  const [fault, setFault] = useState<string | null>(null)

  const take = useCallback((answer: Answer<T>) => {
    if (answer.ok) setState(answer.body)
    setFault(answer.ok ? null : answer.error.message)
  }, [])

  const working = state !== null && busy(state)
  useEffect(() => {
    if (!id) return
    let timer: ReturnType<typeof setTimeout>
    let left = false
    const look = async () => {
      if (document.visibilityState === 'visible') {
        const answer = await call<T>(path(id))
        if (!left) take(answer)
      }
      if (!left) timer = setTimeout(() => void look(), working ? BUSY_MS : idleMs)
    }
    void look()
    return () => {
      left = true
      clearTimeout(timer)
    }
    // `call` is made anew with every render; the document, its last save and the pace decide.
  }, [id, lastUpdateTime, working, language])

  const act = async (to: `/${string}`, body: object = {}) => take(await call<T>(to, body))
  return { id, state, fault, act, say, language }
}
