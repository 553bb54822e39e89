import type { Cue } from '../../lib/subtitles'

/** Work that was not saved yet, kept in this browser: a closed window or a fallen network loses nothing. */
export type Draft = { version: string | null; cues: Cue[]; at: string }

const key = (id: string) => `mingbai:cues:${id}`

export function keptDraft(id: string): Draft | null {
  try {
    return JSON.parse(localStorage.getItem(key(id)) ?? 'null') as Draft | null
  } catch {
    return null // a browser that keeps nothing, or half a note
  }
}

export function keepDraft(id: string, draft: Draft | null): void {
  try {
    if (draft) localStorage.setItem(key(id), JSON.stringify(draft))
    else localStorage.removeItem(key(id))
  } catch {
    // Full or forbidden: the work stays on the screen and can be saved.
  }
}
