'use client'
import { toast } from '@payloadcms/ui'
import { useState } from 'react'
import { Ask } from '../Ask'
import { useStaff } from '../useStaff'

export type Bannable = { campaign: string; item: string; segment: string; name: string }
type Props = { ban: Bannable; title: string; approved?: boolean; onDone: () => void; onNo: () => void }

/** Rules an item out: for the people it was planned for, or for everybody in this campaign. */
export function BanQuestion({ ban, title, approved, onDone, onNo }: Props) {
  const { call, say } = useStaff()
  const [all, setAll] = useState(false)
  const [busy, setBusy] = useState(false)
  const rule = async () => {
    setBusy(true)
    const segment = all ? null : ban.segment
    const answer = await call(`/campaigns/${ban.campaign}/ban`, { item: ban.item, segment })
    setBusy(false)
    if (answer.ok)
      toast.success(say('不排它了。可以重新排其余的。', 'Ruled out. Plan the rest again to fill its place.'))
    else toast.error(answer.error.message)
    onDone()
  }
  const choice = (value: boolean, words: string) => (
    <label className="mb-choice">
      <input checked={all === value} name="ban" onChange={() => setAll(value)} type="radio" /> {words}
    </label>
  )
  return (
    <Ask
      busy={busy}
      no={say('留着', 'Keep')}
      onNo={onNo}
      onYes={() => void rule()}
      title={say('不要排它？', 'Rule it out?')}
      yes={say('不要排它', 'Rule it out')}
    >
      <p>{title}</p>
      <fieldset className="mb-choices">
        {choice(false, say(`不排给${ban.name}`, `Not for ${ban.name}`))}
        {choice(true, say('这次活动谁都不排', 'For nobody in this campaign'))}
      </fieldset>
      <p>{say('改主意了，可以在“没排进去的”里允许再排。', 'It can be allowed again among the items left out.')}</p>
      {approved && <p>{say('改了以后，计划要再批准一次。', 'The plan will need approval again.')}</p>}
    </Ask>
  )
}
