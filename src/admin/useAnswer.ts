'use client'
import { useEffect, useState } from 'react'
import { useStaff } from './useStaff'

/** What the server answers to a question, asked again where the question or the language changes; null = nothing to ask. */
export function useAnswer<T>(path: `/${string}` | null): { answer: T | null; fault: string } {
  const { call, language } = useStaff()
  const [answer, setAnswer] = useState<T | null>(null)
  const [fault, setFault] = useState('')
  useEffect(() => {
    if (!path) return
    let open = true
    void call<T>(path).then((told) => {
      if (!open) return
      if (told.ok) setAnswer(told.body)
      else setFault(told.error.message)
    })
    return () => {
      open = false
    }
    // `call` is made anew with every render; the question and the language decide.
  }, [path, language])
  return { answer, fault }
}
