'use client'
import { toast } from '@payloadcms/ui'
import { useState } from 'react'
import type { Panel } from '../../staff/campaignPanel'
import { useStaff } from '../useStaff'

type Props = { campaign: string; excluded: NonNullable<Panel['excluded']>; mayPlan: boolean; onDone: () => void }

/** Everything that is not in the plan, with the reason: folded, complete. What was ruled out can be allowed again. */
export function LeftOut({ campaign, excluded, mayPlan, onDone }: Props) {
  const { call, say } = useStaff()
  const [busy, setBusy] = useState(false)
  if (!excluded.items.length) return null
  const allow = async (item: string, segment: string | null) => {
    setBusy(true)
    const answer = await call(`/campaigns/${campaign}/unban`, { item, segment })
    setBusy(false)
    if (answer.ok) toast.success(say('又可以排了。点“重新排其余的”再排。', 'Allowed again. Plan the rest to use it.'))
    else toast.error(answer.error.message)
    onDone()
  }
  const total = excluded.items.length + excluded.more
  return (
    <details className="mb-plan__left">
      <summary>{say(`没排进去的 ${total} 件，为什么`, `${total} items left out, and why`)}</summary>
      <ul>
        {excluded.items.map(({ item, title, reasons, bans }) => (
          <li key={item}>
            <b>{title}</b>
            <small>{reasons.join('；')}</small>
            {mayPlan && bans.length > 0 && (
              <span className="mb-plan__actions">
                {bans.map(({ segment, name }) => (
                  <button disabled={busy} key={name} onClick={() => void allow(item, segment)} type="button">
                    {bans.length > 1
                      ? say(`允许再排给${name}`, `Allow again for ${name}`)
                      : say('允许再排', 'Allow again')}
                  </button>
                ))}
              </span>
            )}
          </li>
        ))}
        {excluded.more > 0 && <li>{say(`还有 ${excluded.more} 件`, `${excluded.more} more`)}</li>}
      </ul>
    </details>
  )
}
