'use client'
import { usePreview } from './usePreview'

/** Under a rule that is being typed in: what it means in days. */
export function PreviewLine({ path }: { path: `/${string}` | null }) {
  const words = usePreview(path)
  return words.length ? (
    <p className="mb-plan__hint" role="status">
      {words}
    </p>
  ) : null
}
