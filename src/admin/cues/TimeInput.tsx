'use client'
import { useState } from 'react'
import { clock, millisecondsOf } from '../../lib/subtitles'

type Props = {
  ms: number
  label: string
  disabled: boolean
  /** `done`: the person has left the field; until then the cue stays where it is in the list. */
  onChange: (ms: number, done: boolean) => void
}
const NUDGE_MS = 100

/** A time to type or to nudge by a tenth of a second with the arrow keys. What cannot be read springs back. */
export function TimeInput({ ms, label, disabled, onChange }: Props) {
  const [typed, setTyped] = useState<string | null>(null)
  const settle = () => {
    const read = typed === null ? null : millisecondsOf(typed.replace('：', ':'))
    setTyped(null)
    if (read !== null && read >= 0 && read !== ms) onChange(read, true)
  }
  return (
    <input
      aria-label={label}
      className="mb-cues__time"
      disabled={disabled}
      onBlur={settle}
      onChange={(event) => setTyped(event.target.value)}
      onKeyDown={(event) => {
        const by = { ArrowUp: NUDGE_MS, ArrowDown: -NUDGE_MS }[event.key]
        if (event.key === 'Enter') settle()
        if (event.key === 'Enter' || (by && !event.altKey)) event.preventDefault()
        if (by && !event.altKey) onChange(Math.max(0, ms + by), false)
      }}
      spellCheck={false}
      type="text"
      value={typed ?? clock(ms)}
    />
  )
}
