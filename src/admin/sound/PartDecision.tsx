'use client'
import { useState } from 'react'
import type { PartStanding } from '../../staff/partReview'
import { Ask } from '../Ask'
import { reasonWords, when } from '../review/reasons'
import type { Language, Say } from '../say'

type Props = {
  standing: PartStanding
  decide: (step: 'approve' | 'return', json: object) => Promise<void>
  busy?: boolean
  say: Say
  language: Language
}

/** 未审 / 已通过 / 退回 in words, and the buttons of whoever may decide. */
export function PartDecision({ standing, decide, busy, say, language }: Props) {
  const { approved, returned, may, hash } = standing
  const [asking, setAsking] = useState(false)
  const [reason, setReason] = useState('')
  const decides = may.approve === null || may.return === null
  return (
    <>
      <p>
        <strong>
          {approved
            ? say('已通过', 'Approved')
            : returned
              ? say('退回', 'Sent back')
              : say('未审，居民还听不到、看不到', 'Not approved: residents do not get it yet')}
        </strong>
        {(approved ?? returned) &&
          ` · ${(approved ?? returned)!.by ?? ''} · ${when((approved ?? returned)!.at, language)}`}
      </p>
      {returned && <blockquote>{returned.reason}</blockquote>}
      {!approved && may.approve && may.approve !== 'forbidden' && (
        <p className="mb-review__off">{reasonWords(may.approve, language)}</p>
      )}
      {decides && (
        <div className="mb-review-buttons">
          {may.approve === null && (
            <button
              className="mb-button mb-button--main"
              disabled={busy}
              onClick={() => void decide('approve', { hash })}
              type="button"
            >
              {say('通过这一条', 'Approve this one')}
            </button>
          )}
          {may.return === null && (
            <button className="mb-button" disabled={busy} onClick={() => setAsking(true)} type="button">
              {say('退回', 'Send back')}
            </button>
          )}
        </div>
      )}
      {asking && (
        <Ask
          blocked={reason.trim().length < 2}
          no={say('先不', 'Not now')}
          onNo={() => setAsking(false)}
          onYes={() => {
            setAsking(false)
            void decide('return', { reason }).then(() => setReason(''))
          }}
          title={say('退回给上传的人', 'Send back to the uploader')}
          yes={say('退回', 'Send back')}
        >
          <label className="mb-field">
            {say('哪里要改', 'What to change')}
            <textarea
              autoFocus
              maxLength={500}
              onChange={(event) => setReason(event.target.value)}
              rows={4}
              value={reason}
            />
          </label>
        </Ask>
      )}
    </>
  )
}
