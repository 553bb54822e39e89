'use client'
import { useDocumentInfo, useFormFields } from '@payloadcms/ui'
import { MixBehind } from './MixBehind'
import { useMix } from './useMix'

/**
 * Beside a field of one topic or of several: does the office have too much of it already, or is it just what is missing,
 * and what limits it.
 * The office is the one the form is about; one's own where it names none. A row of a list keeps quiet until it has a topic.
 */
export function TopicRuler({ path = 'topic' }: { path?: string }) {
  const { id, collectionSlug } = useDocumentInfo()
  // One word and not a list: a new list with every keystroke would draw the field anew.
  const chosen = useFormFields(([fields]) => [fields[path]?.value].flat().map(idIn).join())
  const named = useFormFields(([fields]) => idIn(fields.office?.value))
  const mix = useMix(collectionSlug === 'offices' ? String(id ?? '') : named)
  const verdicts = chosen.split(',').flatMap((topic) => mix?.topics[topic] ?? [])
  if (!mix || (path.includes('.') && !verdicts.length)) return null
  return (
    <div className="mb-ruler">
      {(verdicts.length ? verdicts : [mix.sentence]).map((words) => (
        <p aria-live="polite" key={words}>
          {words}
        </p>
      ))}
      <MixBehind mix={mix} sentence={verdicts.length > 0} />
    </div>
  )
}

const idIn = (value: unknown): string =>
  typeof value === 'object' && value ? String((value as { id?: unknown }).id ?? '') : String(value ?? '')
