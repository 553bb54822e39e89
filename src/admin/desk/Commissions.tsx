'use client'
import { toast, useConfig } from '@payloadcms/ui'
import { useRouter } from 'next/navigation'
import { formatAdminURL } from 'payload/shared'
import { useCallback, useEffect, useState } from 'react'
import type { CommissionAnswer } from '../../staff/commission'
import type { CommissionRow, OfferLine } from '../../staff/commissionRows'
import { useStaff } from '../useStaff'
import { Piece } from './Piece'
import { PieceQuestion, type Question } from './PieceQuestion'

type Made = { path: `/${string}`; title: string; isNew: boolean }

/** 该做什么: the next pieces to make, each with why, each one click away from a draft or a loan; below, by office. */
export function Commissions({ manage }: { manage: boolean }) {
  const { call, say, language } = useStaff()
  const { config } = useConfig()
  const router = useRouter()
  const [list, setList] = useState<CommissionAnswer | null>(null)
  const [fault, setFault] = useState<string | null>(null)
  const [busy, setBusy] = useState(false)
  const [question, setQuestion] = useState<Question | null>(null)
  const admin = (path: `/${string}`) => formatAdminURL({ adminRoute: config.routes.admin, path })

  const refresh = useCallback(async () => {
    const answer = await call<CommissionAnswer>('/commissions')
    if (answer.ok) setList(answer.body)
    else setFault(answer.error.message)
    // `call` is made anew with every render; the language decides.
  }, [language])
  useEffect(() => void refresh(), [refresh])

  if (fault) return <p className="mb-desk__empty">{fault}</p>
  if (!list) return null
  const { rows, unknown, colleagues, rolledUp, offices, me } = list

  const take = async (row: CommissionRow, offer: OfferLine | null, to: string) => {
    setBusy(true)
    const wish = { ...row.wish, ...(to === me ? {} : { to }) }
    const answer = offer
      ? await call<Made>('/loans', { ...wish, ...offer.wish, item: offer.item })
      : await call<Made>('/commissions', wish)
    setBusy(false)
    setQuestion(null)
    if (!answer.ok) return void toast.error(answer.error.message)
    if (to === me) return router.push(admin(answer.body.path))
    const done = offer ? say('借来了，布置下去了。', 'Borrowed and assigned.') : say('布置下去了。', 'It is assigned.')
    toast.success(answer.body.isNew ? done : say('已经有同事在做了。', 'A colleague has it already.'))
    await refresh()
  }
  const pieces = (of: CommissionRow[], among: CommissionAnswer['colleagues']) => {
    const alone = among.length === 1 && among[0]!.id === me
    return of.map((row) => (
      <Piece
        busy={busy}
        href={admin}
        key={Object.values(row.wish).join()}
        mode={!among.length ? 'look' : alone ? 'make' : 'give'}
        onBorrow={(offer) => setQuestion({ row, offer, to: among[0]!.id, among })}
        onMake={() => {
          if (alone) return void take(row, null, me)
          setQuestion({ row, offer: null, to: among[0]!.id, among })
        }}
        row={row}
        say={say}
      />
    ))
  }
  return (
    <section aria-label={say('该做什么', 'What to make next')}>
      <h2>
        {say('该做什么', 'What to make next')} {rows.length > 0 && <span className="mb-count">{rows.length}</span>}
      </h2>
      {rolledUp && <p className="mb-film__hint">{rolledUp}</p>}
      <ul>{pieces(rows, colleagues)}</ul>
      {offices.length > 0 && (
        <div className="mb-below">
          <h3>{say('各所缺什么', 'What each office lacks')}</h3>
          {offices.map(({ id, name, lacks, rows }) =>
            rows.length ? (
              <details key={id}>
                <summary>
                  <b>{name}</b> {lacks}
                </summary>
                <ul>
                  {pieces(
                    rows,
                    colleagues.filter(({ office }) => office === id),
                  )}
                </ul>
              </details>
            ) : (
              <p key={id}>
                <b>{name}</b> {lacks || say('不缺', 'lacks nothing')}
              </p>
            ),
          )}
        </div>
      )}
      {(!rows.length || (manage && unknown.length > 0)) && (
        <p>
          {unknown.length
            ? say(`还没有需求数据：${unknown.join('、')}。`, `No demand figures yet: ${unknown.join(', ')}.`)
            : say('还没有人群和主题的需求数据。', 'There are no demand figures yet.')}{' '}
          <a href={admin('/collections/segments')}>{say('去填需求', 'Enter demand')}</a>
        </p>
      )}
      {question && (
        <PieceQuestion
          busy={busy}
          me={me}
          onNo={() => setQuestion(null)}
          onTo={(to) => setQuestion({ ...question, to })}
          onYes={() => void take(question.row, question.offer, question.to)}
          question={question}
          say={say}
        />
      )}
    </section>
  )
}
