'use client'
import { memo } from 'react'
import { mendable } from '../../lib/cueEdits'
import type { Finding } from '../../lib/subtitleChecks'
import { wordFinding } from '../../lib/subtitleWords'
import type { Cue } from '../../lib/subtitles'
import type { CueSheet } from '../../staff/subtitles'
import { sayIn, type Language } from '../say'
import { TimeInput } from './TimeInput'

/** What a row may ask of the editor. One object for all rows and all time, or ten thousand of them would draw again. */
export type RowActs = {
  choose: (at: number) => void
  change: (at: number, part: Partial<Cue>, done?: boolean) => void
  mend: (finding: Finding) => void
}
type Props = {
  cue: Cue
  at: number
  top: number
  height: number
  chosen: boolean
  heard: boolean
  findings: Finding[] | undefined
  writing: CueSheet['language']
  locked: boolean
  language: Language
  acts: RowActs
}

export const CueRow = memo(function CueRow(row: Props) {
  const { cue, at, top, height, chosen, heard, findings = [], writing, locked, language, acts } = row
  const say = sayIn(language)
  return (
    <li
      aria-current={chosen ? 'true' : undefined}
      className={`mb-cues__row${heard ? ' is-heard' : ''}`}
      data-cue={at}
      onFocusCapture={() => acts.choose(at)}
      style={{ top, height }}
    >
      <button
        className="mb-cues__number"
        onClick={() => acts.choose(at)}
        title={say('跳到这一条', 'Go to this cue')}
        type="button"
      >
        {at + 1}
      </button>
      <div className="mb-cues__times">
        <TimeInput
          disabled={locked}
          label={say(`第 ${at + 1} 条开始`, `Cue ${at + 1}, start`)}
          ms={cue.start}
          onChange={(start, done) => acts.change(at, { start }, done)}
        />
        <TimeInput
          disabled={locked}
          label={say(`第 ${at + 1} 条结束`, `Cue ${at + 1}, end`)}
          ms={cue.end}
          onChange={(end, done) => acts.change(at, { end }, done)}
        />
      </div>
      <textarea
        aria-label={say(`第 ${at + 1} 条文字`, `Cue ${at + 1}, text`)}
        dir={writing.direction}
        disabled={locked}
        lang={writing.tag}
        onChange={(event) => acts.change(at, { text: event.target.value })}
        value={cue.text}
      />
      <ul className="mb-cues__findings">
        {findings.map((finding) => (
          <li className={finding.severity === 'error' ? 'is-error' : undefined} key={finding.code}>
            {wordFinding(finding)[language]}
            {mendable(finding) && !locked && (
              <button onClick={() => acts.mend(finding)} type="button">
                {say('改好', 'Fix')}
              </button>
            )}
          </li>
        ))}
      </ul>
    </li>
  )
})
