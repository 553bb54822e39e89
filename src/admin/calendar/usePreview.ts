'use client'
import { useEffect, useState } from 'react'
import { useStaff } from '../useStaff'

const PAUSE_MS = 300

/** What the server says about values that are being typed in, line by line; empty while there is nothing to ask. */
export function usePreview(path: `/${string}` | null): string[] {
  const { call, language } = useStaff()
  const [words, setWords] = useState<string[]>([])
  useEffect(() => {
    if (!path) return setWords([])
    let open = true
    const timer = setTimeout(() => {
      void call<{ words: string | string[] }>(path).then((answer) => {
        if (open) setWords([answer.ok ? answer.body.words : answer.error.message].flat())
      })
    }, PAUSE_MS)
    return () => {
      open = false
      clearTimeout(timer)
    }
    // `call` is made anew with every render; the question and the language decide.
  }, [path, language])
  return words
}
