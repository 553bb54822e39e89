'use client'
import { useState } from 'react'
import { spread } from '../../lib/cueDraft'
import { shiftAll } from '../../lib/cueEdits'
import type { Profile } from '../../lib/subtitleChecks'
import type { Cue } from '../../lib/subtitles'
import { Ask } from '../Ask'
import type { Say } from '../say'

type Props = {
  cues: Cue[]
  profile: Profile
  durationMs: number | null
  onChange: (cues: Cue[]) => void
  say: Say
}

/** What changes the whole list: a first draft from a text, and all times a little earlier or later. */
export function CueTools({ cues, profile, durationMs, onChange, say }: Props) {
  const [asking, setAsking] = useState(false)
  const [text, setText] = useState('')
  const [shift, setShift] = useState('500')
  const by = Number(shift)
  return (
    <div className="mb-cues__tools">
      <button className="mb-button" onClick={() => setAsking(true)} type="button">
        {say('按全文分行', 'Draft from a text')}
      </button>
      {cues.length > 0 && (
        <span className="mb-cues__shift">
          <label>
            {say('整体移动', 'Shift all by')}{' '}
            <input
              inputMode="numeric"
              onChange={(event) => setShift(event.target.value)}
              onKeyDown={(event) => event.key === 'Enter' && event.preventDefault()}
              type="text"
              value={shift}
            />{' '}
            {say('毫秒', 'ms')}
          </label>
          <button
            className="mb-button"
            disabled={!Number.isInteger(by) || by === 0}
            onClick={() => onChange(shiftAll(cues, by))}
            title={say('正数变晚，负数变早', 'Positive is later, negative is earlier')}
            type="button"
          >
            {by < 0 ? say('变早', 'Earlier') : say('变晚', 'Later')}
          </button>
        </span>
      )}
      {asking && (
        <Ask
          blocked={!text.trim()}
          busy={false}
          no={say('先不', 'Not now')}
          onNo={() => setAsking(false)}
          onYes={() => {
            onChange(spread(text, profile, durationMs ?? undefined))
            setAsking(false)
          }}
          title={say('按全文分行', 'Draft from a text')}
          yes={say('分行', 'Make cues')}
        >
          <label className="mb-field">
            {say(
              '把片子里说的话全部贴在这里。系统按标点分行，时间按字数平均分到全片，然后您边看边调。',
              'Paste everything that is said. It is cut at its stops and spread over the film by length; then adjust it while watching.',
            )}
            <textarea autoFocus onChange={(event) => setText(event.target.value)} rows={9} value={text} />
          </label>
          {cues.length > 0 && (
            <p>
              {say(
                `现在的 ${cues.length} 条会被换掉，可以撤销。`,
                `The ${cues.length} cues you have are replaced; this can be undone.`,
              )}
            </p>
          )}
        </Ask>
      )}
    </div>
  )
}
