'use client'
import { useReducer } from 'react'
import type { Cue } from '../../lib/subtitles'

type History = { past: Cue[][]; now: Cue[]; future: Cue[][]; typing: string | null }
type Step =
  | { do: 'begin'; cues: Cue[] }
  /** `typing`: one and the same act goes on, such as writing in one line; it is undone as a whole. */
  | { do: 'change'; cues: Cue[]; typing?: string }
  | { do: 'undo' | 'redo' }

const MOST_STEPS = 200

/** The cues in hand with everything that can be taken back. */
export function useHistory() {
  const [{ now, past, future }, step] = useReducer(next, { past: [], now: [], future: [], typing: null })
  return { cues: now, step, mayUndo: past.length > 0, mayRedo: future.length > 0 }
}

function next(history: History, step: Step): History {
  const { past, now, future, typing } = history
  switch (step.do) {
    case 'begin':
      return { past: [], now: step.cues, future: [], typing: null }
    case 'change':
      if (step.typing && step.typing === typing) return { ...history, now: step.cues, future: [] }
      return { past: [...past, now].slice(-MOST_STEPS), now: step.cues, future: [], typing: step.typing ?? null }
    case 'undo':
      return past.length
        ? { past: past.slice(0, -1), now: past.at(-1)!, future: [now, ...future], typing: null }
        : history
    case 'redo':
      return future.length ? { past: [...past, now], now: future[0]!, future: future.slice(1), typing: null } : history
  }
}
