'use client'
import { toast, useConfig } from '@payloadcms/ui'
import { useState } from 'react'
import type { Panel } from '../../staff/campaignPanel'
import type { WhatIfAnswer } from '../../staff/whatIf'
import { Ask } from '../Ask'
import { useStaff } from '../useStaff'
import { SideBySide } from './SideBySide'

type Props = { campaign: string; targets: Panel['targets']; approved: boolean; blocked: boolean }

/** 改了会怎样: other topic targets are tried out and compared before anything is saved. */
export function WhatIf({ campaign, targets, approved, blocked }: Props) {
  const { call, say } = useStaff()
  const { config } = useConfig()
  const saved = () => Object.fromEntries(targets.map(({ topic, share }) => [topic, asPercent(share)]))
  const [typed, setTyped] = useState<Record<string, string>>(saved)
  const [answer, setAnswer] = useState<WhatIfAnswer | null>(null)
  const [busy, setBusy] = useState(false)
  const [asking, setAsking] = useState(false)
  const wished = targets.flatMap(({ topic }) => {
    const percent = Number(typed[topic] || NaN)
    return percent > 0 ? [{ topic, share: percent / 100 }] : []
  })
  const named = Math.round(wished.reduce((sum, { share }) => sum + share, 0) * 100)
  const tooMuch = named > 100

  const send = async <T,>(step: 'what-if' | 'plan') => {
    setBusy(true)
    const got = await call<T>(`/campaigns/${campaign}/${step}`, { targets: wished })
    setBusy(false)
    if (!got.ok) toast.error(got.error.message)
    return got.ok ? got.body : null
  }
  const look = async () => {
    if (!busy && !blocked && !tooMuch) setAnswer(await send<WhatIfAnswer>('what-if'))
  }
  const use = async () => {
    setAsking(false)
    // The form above still shows the old targets, and would save them back.
    if (await send('plan')) window.location.reload()
  }
  return (
    <details className="mb-plan__left mb-whatif">
      <summary>{say('改一改主题配比，看看会怎样', 'Try other topic targets')}</summary>
      <p className="mb-plan__hint">
        {say('填这次活动要占百分之几；空着的按群众需求来排。', 'Percent of this campaign; empty ones follow demand.')}
      </p>
      <div className="mb-whatif__topics">
        {targets.map(({ topic, name, wanted }) => (
          <label className="mb-field" key={topic}>
            {name}
            <input
              inputMode="numeric"
              max={100}
              min={0}
              onChange={({ target }) => {
                setTyped({ ...typed, [topic]: target.value })
                setAnswer(null)
              }}
              onKeyDown={(event) => {
                // Enter would save the whole form around.
                if (event.key !== 'Enter') return
                event.preventDefault()
                void look()
              }}
              placeholder={wanted === null ? '' : say(`约 ${asPercent(wanted)}%`, `about ${asPercent(wanted)}%`)}
              type="number"
              value={typed[topic] ?? ''}
            />
          </label>
        ))}
      </div>
      <p role="status">
        {tooMuch
          ? say(`加起来 ${named}%，超过了 100%：请减一些。`, `${named}% in all, more than 100%: take some away.`)
          : say(`定了 ${named}%，其余 ${100 - named}% 按群众需求。`, `${named}% set, ${100 - named}% by demand.`)}
      </p>
      <div className="mb-plan__bar">
        <button className="mb-button" disabled={busy || blocked || tooMuch} onClick={() => void look()} type="button">
          {busy ? say('正在算……', 'Working it out…') : say('看看会怎样', 'See what would change')}
        </button>
      </div>
      {answer && (
        <>
          <SideBySide admin={config.routes.admin} answer={answer} say={say} />
          <div className="mb-plan__bar">
            <button
              className="mb-button mb-button--main"
              disabled={busy}
              onClick={() => (approved ? setAsking(true) : void use())}
              type="button"
            >
              {say('用这个方案', 'Use this')}
            </button>
            <button
              className="mb-button"
              disabled={busy}
              onClick={() => {
                setAnswer(null)
                setTyped(saved())
              }}
              type="button"
            >
              {say('不用了', 'Leave it')}
            </button>
          </div>
        </>
      )}
      {asking && (
        <Ask
          no={say('先不', 'Not now')}
          onNo={() => setAsking(false)}
          onYes={() => void use()}
          title={say('用这个方案？', 'Use this?')}
          yes={say('用这个方案', 'Use this')}
        >
          <p>
            {say(
              '已投放的和钉住的不动，其余的按新配比重新排；计划要再批准一次。',
              'What is out or pinned stays, the rest is planned anew and needs approval again.',
            )}
          </p>
        </Ask>
      )}
    </details>
  )
}

const asPercent = (share: number | null) => (share === null ? '' : String(Math.round(share * 100)))
