'use client'
import { useFormFields } from '@payloadcms/ui'
import { useEffect, useState } from 'react'
import type { MixAnswer } from '../staff/mix'
import { useStaff } from './useStaff'

/** Beside the topic: does the office have too much of it already, or is it just what is missing. */
export function TopicRuler() {
  const { call, say, language } = useStaff()
  const topic = useFormFields(([fields]) => fields.topic?.value)
  const [mix, setMix] = useState<MixAnswer | null>(null)
  useEffect(() => {
    let open = true
    void call<MixAnswer>('/mix').then((answer) => {
      if (open && answer.ok) setMix(answer.body)
    })
    return () => {
      open = false
    }
    // `call` is made anew with every render; the language decides.
  }, [language])
  if (!mix) return null
  const id = typeof topic === 'object' && topic ? String((topic as { id?: unknown }).id) : String(topic ?? '')
  const verdict = mix.topics[id]
  return (
    <div className="mb-ruler">
      <p aria-live="polite">{verdict ?? mix.sentence}</p>
      <details>
        <summary>{say('看配比尺', 'See the mix')}</summary>
        {verdict && <p>{mix.sentence}</p>}
        <div dangerouslySetInnerHTML={{ __html: mix.svg }} />
      </details>
    </div>
  )
}
