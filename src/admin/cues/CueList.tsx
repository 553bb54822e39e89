'use client'
import { useEffect, useRef, useState } from 'react'
import type { Finding } from '../../lib/subtitleChecks'
import type { Cue } from '../../lib/subtitles'
import type { CueSheet } from '../../staff/subtitles'
import type { Language } from '../say'
import { CueRow, type RowActs } from './CueRow'

type Props = {
  cues: Cue[]
  findings: Map<number, Finding[]>
  chosen: number
  heard: number
  /** Grows with every wish to see `chosen`; typing in a row must not make the list jump. */
  wish: number
  writing: CueSheet['language']
  locked: boolean
  language: Language
  acts: RowActs
}
const ROW = 104
const NARROW_ROW = 208
const BEYOND = 6

/** Only the rows in sight are drawn: ten thousand cues scroll like ten. */
export function CueList({ cues, findings, chosen, heard, wish, ...row }: Props) {
  const box = useRef<HTMLDivElement>(null)
  const [seen, setSeen] = useState({ top: 0, height: 560, narrow: false })
  const height = seen.narrow ? NARROW_ROW : ROW
  const look = () => {
    const element = box.current
    if (element) setSeen({ top: element.scrollTop, height: element.clientHeight, narrow: element.clientWidth < 560 })
  }
  useEffect(() => {
    look()
    window.addEventListener('resize', look)
    return () => window.removeEventListener('resize', look)
  }, [])

  const show = (at: number) => {
    const element = box.current
    if (!element || at < 0) return
    const top = at * height
    if (top < element.scrollTop || top + height > element.scrollTop + element.clientHeight)
      element.scrollTop = Math.max(0, top - height)
  }
  useEffect(() => show(chosen), [wish])
  useEffect(() => {
    if (!box.current?.contains(document.activeElement)) show(heard)
  }, [heard])

  const first = Math.max(0, Math.floor(seen.top / height) - BEYOND)
  const last = Math.min(cues.length, Math.ceil((seen.top + seen.height) / height) + BEYOND)
  return (
    <div className={`mb-cues__list${seen.narrow ? ' is-narrow' : ''}`} onScroll={look} ref={box}>
      <ol style={{ height: cues.length * height }}>
        {cues.slice(first, last).map((cue, index) => {
          const at = first + index
          const shared = { at, cue, height, top: at * height, chosen: at === chosen, heard: at === heard }
          return <CueRow key={at} {...shared} {...row} findings={findings.get(at)} />
        })}
      </ol>
    </div>
  )
}
