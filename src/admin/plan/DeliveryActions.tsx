'use client'
import { toast } from '@payloadcms/ui'
import { useState } from 'react'
import { Ask } from '../Ask'
import { usePreview } from '../calendar/usePreview'
import { useStaff } from '../useStaff'
import { BanQuestion, type Bannable } from './BanQuestion'
import { LetGo } from './LetGo'

export type Actionable = {
  id: string
  at: string
  title: string
  handout: boolean
  pinned: boolean
  ban?: Bannable
  /** Why it is held back, in words. */
  held: string | null
  letGo: { by: string; at: string; why: string } | null
  may: Record<'move' | 'pin' | 'ban' | 'cancel' | 'resend' | 'settle' | 'letGo' | 'holdBack', boolean>
}
type Props = { delivery: Actionable; approved?: boolean; onDone: () => void }

/** What a person may do with one delivery. Asks before anything that cannot be undone. */
export function DeliveryActions({ delivery, approved, onDone }: Props) {
  const { call, say, address } = useStaff()
  const [asking, setAsking] = useState<'move' | 'ban' | 'cancel' | 'let-go' | null>(null)
  const [to, setTo] = useState(() => localInput(delivery.at))
  const [busy, setBusy] = useState(false)
  const { may } = delivery
  const chosen = new Date(to)
  const asked = asking === 'move' && !Number.isNaN(chosen.getTime()) && chosen.getTime() !== minuteOf(delivery.at)
  const clashes = usePreview(asked ? `/deliveries/${delivery.id}/clashes?to=${chosen.toISOString()}` : null)

  const act = async (step: string, json: object, words: string) => {
    setBusy(true)
    const answer = await call(`/deliveries/${delivery.id}/${step}`, json)
    setBusy(false)
    setAsking(null)
    if (answer.ok) toast.success(words)
    else toast.error(answer.error.message)
    onDone()
  }
  if (!delivery.handout && !Object.values(may).some(Boolean)) return null
  return (
    <div className="mb-plan__actions">
      {delivery.handout && (
        <a className="mb-go" href={address(`/deliveries/${delivery.id}/handout`)}>
          {say('打开转发包', 'Open the kit')}
        </a>
      )}
      {may.letGo && (
        <button className="mb-go" disabled={busy} onClick={() => setAsking('let-go')} type="button">
          {say('放行', 'Let it go')}
        </button>
      )}
      {may.holdBack && (
        <button
          disabled={busy}
          onClick={() => void act('hold-back', {}, say('收回了，又压着。', 'Taken back: held again.'))}
          type="button"
        >
          {say('收回放行', 'Take that back')}
        </button>
      )}
      {may.settle && (
        <>
          <button
            disabled={busy}
            onClick={() => void act('settle', { wentOut: true }, say('记下了：已投放。', 'Noted: it went out.'))}
            type="button"
          >
            {say('其实发出去了', 'It went out')}
          </button>
          <button
            disabled={busy}
            onClick={() =>
              void act('settle', { wentOut: false }, say('记下了：没有投放。', 'Noted: it did not go out.'))
            }
            type="button"
          >
            {say('没有发出去', 'It did not')}
          </button>
        </>
      )}
      {may.resend && (
        <button
          disabled={busy}
          onClick={() => void act('resend', {}, say('马上重新投放。', 'Sending it again.'))}
          type="button"
        >
          {say('重新投放', 'Send again')}
        </button>
      )}
      {may.move && (
        <button disabled={busy} onClick={() => setAsking('move')} type="button">
          {say('改时间', 'Move')}
        </button>
      )}
      {may.pin && (
        <button
          aria-pressed={delivery.pinned}
          disabled={busy}
          onClick={() =>
            delivery.pinned
              ? void act('unpin', {}, say('不钉了：重新排时可以改动它。', 'Unpinned: planning again may change it.'))
              : void act('pin', {}, say('钉住了：重新排也不动它。', 'Pinned: planning again leaves it.'))
          }
          type="button"
        >
          {delivery.pinned ? say('取消钉住', 'Unpin') : say('钉住', 'Pin')}
        </button>
      )}
      {may.ban && (
        <button disabled={busy} onClick={() => setAsking('ban')} type="button">
          {say('不要排它', 'Rule it out')}
        </button>
      )}
      {may.cancel && (
        <button disabled={busy} onClick={() => setAsking('cancel')} type="button">
          {say('不投了', 'Take out')}
        </button>
      )}
      {asking === 'let-go' && delivery.held && (
        <LetGo
          busy={busy}
          held={delivery.held}
          onNo={() => setAsking(null)}
          onYes={(why) => void act('let-go', { why }, say('放行了，马上投放。', 'Let go: it goes out now.'))}
          title={delivery.title}
        />
      )}
      {asking === 'move' && (
        <Ask
          busy={busy}
          no={say('不改', 'Keep')}
          onNo={() => setAsking(null)}
          onYes={() =>
            void act(
              'move',
              { to: new Date(to).toISOString() },
              say('时间改好了，并钉住了。', 'Moved, and pinned there.'),
            )
          }
          title={say('改到什么时候？', 'Move it to when?')}
          yes={say('改时间', 'Move')}
        >
          <p>{delivery.title}</p>
          <label className="mb-field">
            {say('时间', 'Time')}
            <input onChange={(event) => setTo(event.target.value)} type="datetime-local" value={to} />
          </label>
          {clashes.length > 0 && (
            <ul className="mb-plan__warnings" role="status">
              {clashes.map((clash) => (
                <li key={clash}>{clash}</li>
              ))}
            </ul>
          )}
          {approved && <p>{say('改了以后，计划要再批准一次。', 'The plan will need approval again.')}</p>}
        </Ask>
      )}
      {asking === 'ban' && delivery.ban && (
        <BanQuestion
          approved={approved}
          ban={delivery.ban}
          onDone={() => {
            setAsking(null)
            onDone()
          }}
          onNo={() => setAsking(null)}
          title={delivery.title}
        />
      )}
      {asking === 'cancel' && (
        <Ask
          busy={busy}
          danger
          no={say('留着', 'Keep')}
          onNo={() => setAsking(null)}
          onYes={() => void act('cancel', {}, say('不投了。', 'Taken out.'))}
          title={say('这条不投了？', 'Take this one out?')}
          yes={say('不投了', 'Take out')}
        >
          <p>{delivery.title}</p>
        </Ask>
      )}
    </div>
  )
}

const minuteOf = (at: string) => Math.floor(new Date(at).getTime() / 60_000) * 60_000

/** `datetime-local` speaks the browser's own wall clock. */
function localInput(at: string): string {
  const date = new Date(at)
  return new Date(date.getTime() - date.getTimezoneOffset() * 60_000).toISOString().slice(0, 16)
}
