'use client'
import { useDocumentInfo, useFormFields } from '@payloadcms/ui'
import { MixBehind } from './MixBehind'
import { useMix } from './useMix'

/**
 * Beside a topic field: does the office have too much of it already, or is it just what is missing, and what limits it.
 * The office is the one the form is about; one's own where it names none. A row of a list keeps quiet until it has a topic.
 */
export function TopicRuler({ path = 'topic' }: { path?: string }) {
  const { id, collectionSlug } = useDocumentInfo()
  const topic = useFormFields(([fields]) => idIn(fields[path]?.value))
  const named = useFormFields(([fields]) => idIn(fields.office?.value))
  const mix = useMix(collectionSlug === 'offices' ? String(id ?? '') : named)
  const verdict = mix?.topics[topic]
  if (!mix || (path.includes('.') && !verdict)) return null
  return (
    <div className="mb-ruler">
      <p aria-live="polite">{verdict ?? mix.sentence}</p>
      <MixBehind mix={mix} sentence={Boolean(verdict)} />
    </div>
  )
}

const idIn = (value: unknown): string =>
  typeof value === 'object' && value ? String((value as { id?: unknown }).id ?? '') : String(value ?? '')
