'use client'
import { useEffect, useState } from 'react'
import type { MixAnswer } from '../staff/mix'
import { useStaff } from './useStaff'

/** The mix of an office, of one's own when none is named. Null until it is there; a ruler that fails is left out. */
export function useMix(office = ''): MixAnswer | null {
  const { call, language } = useStaff()
  const [mix, setMix] = useState<MixAnswer | null>(null)
  useEffect(() => {
    let open = true
    void call<MixAnswer>(office ? `/mix?office=${encodeURIComponent(office)}` : '/mix').then((answer) => {
      if (open && answer.ok) setMix(answer.body)
    })
    return () => {
      open = false
    }
    // `call` is made anew with every render; language and office decide.
  }, [language, office])
  return mix
}
