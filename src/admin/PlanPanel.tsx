'use client'
import { toast, useConfig, useDocumentInfo, useFormModified } from '@payloadcms/ui'
import { useCallback, useEffect, useState } from 'react'
import type { Panel } from '../staff/campaignPanel'
import { Ask } from './Ask'
import { DeliveryList } from './plan/DeliveryList'
import { DemandFrom } from './plan/DemandFrom'
import { Gaps } from './plan/Gaps'
import { LeftOut } from './plan/LeftOut'
import { Rulers } from './plan/PlanParts'
import { reasonWords } from './review/reasons'
import { WhatIf } from './plan/WhatIf'
import { useStaff } from './useStaff'

type Step = 'plan' | 'approve' | 'cancel'

/** Under the campaign's form: plan it, see the mix before and after, read why, approve, move and take out. */
export function PlanPanel() {
  const { id } = useDocumentInfo()
  const modified = useFormModified()
  const { call, say, language } = useStaff()
  const { config } = useConfig()
  const [panel, setPanel] = useState<Panel | null>(null)
  const [fault, setFault] = useState<string | null>(null)
  const [busy, setBusy] = useState<Step | null>(null)
  const [asking, setAsking] = useState<Step | null>(null)

  const refresh = useCallback(async () => {
    if (!id) return
    const answer = await call<Panel>(`/campaigns/${id}`)
    if (answer.ok) setPanel(answer.body)
    else setFault(answer.error.message)
    // `call` is made anew with every render; the campaign decides.
  }, [id, language])
  useEffect(() => void refresh(), [refresh])

  if (!id) return <p className="mb-plan__hint">{say('先保存，再点“排一排”。', 'Save first, then plan.')}</p>
  if (!panel) return <p className="mb-plan__hint">{fault ?? say('正在读取计划……', 'Loading the plan…')}</p>

  const act = async (step: Step) => {
    setAsking(null)
    setBusy(step)
    setFault(null)
    const answer = await call<Panel>(`/campaigns/${id}/${step}`, step === 'approve' ? { planHash: panel.planHash } : {})
    setBusy(null)
    if (answer.ok) {
      setPanel(answer.body)
      return void toast.success(done[step](answer.body.progress.total))
    }
    setFault(answer.error.message)
    toast.error(answer.error.message)
    await refresh()
  }
  const done: Record<Step, (total: number) => string> = {
    plan: (total) => say(`排好了，一共 ${total} 次。`, `Planned: ${total} deliveries.`),
    approve: () => say('已批准，到时间自动投放。', 'Approved: it goes out by itself in time.'),
    cancel: () => say('活动已取消。', 'The campaign is cancelled.'),
  }
  const { may, progress, state } = panel
  const warnings = [...panel.ahead, ...panel.warnings]
  const why =
    may.approve === 'own-approval' || may.approve === 'outside-office' ? reasonWords(may.approve, language) : undefined

  return (
    <section aria-label={say('排期', 'Plan')} className="mb-plan">
      <div className="mb-plan__bar">
        {may.plan && (
          <button
            className={`mb-button ${state === 'draft' ? 'mb-button--main' : ''}`}
            disabled={Boolean(busy) || modified}
            onClick={() => (state === 'approved' ? setAsking('plan') : void act('plan'))}
            title={modified ? say('先保存改动', 'Save your changes first') : undefined}
            type="button"
          >
            {busy === 'plan'
              ? say('正在排……', 'Planning…')
              : progress.total
                ? say('重新排其余的', 'Plan the rest again')
                : say('排一排', 'Plan')}
          </button>
        )}
        {state === 'planned' && may.approve !== 'forbidden' && (
          <button
            className="mb-button mb-button--main"
            disabled={Boolean(busy) || modified || may.approve !== null}
            onClick={() => setAsking('approve')}
            title={why}
            type="button"
          >
            {say('批准这个计划', 'Approve this plan')}
          </button>
        )}
        {may.cancel && state !== 'draft' && (
          <button
            className="mb-button mb-button--danger"
            disabled={Boolean(busy)}
            onClick={() => setAsking('cancel')}
            type="button"
          >
            {say('取消活动', 'Cancel the campaign')}
          </button>
        )}
        <p className="mb-plan__state" role="status">
          {standing(panel, say)}
        </p>
      </div>
      {modified && (
        <p className="mb-plan__hint">{say('有没保存的改动：先保存，再排。', 'Unsaved changes: save first.')}</p>
      )}
      {why && state === 'planned' && <p className="mb-plan__hint">{why}</p>}
      {fault && (
        <p className="mb-plan__fault" role="alert">
          {fault}
        </p>
      )}
      {warnings.length > 0 && (
        <ul className="mb-plan__warnings">
          {warnings.map((warning) => (
            <li key={warning}>{warning}</li>
          ))}
        </ul>
      )}
      <Gaps gaps={panel.gaps} mayWrite={may.plan} />
      {panel.rulers && <Rulers admin={config.routes.admin} panel={panel} rulers={panel.rulers} say={say} />}
      <DemandFrom demand={panel.demand} say={say} />
      {may.plan && progress.total > 0 && (
        <WhatIf approved={state === 'approved'} blocked={modified} campaign={String(id)} targets={panel.targets} />
      )}
      <DeliveryList days={panel.days} onDone={() => void refresh()} approved={state === 'approved'} />
      {panel.excluded && (
        <LeftOut campaign={String(id)} excluded={panel.excluded} mayPlan={may.plan} onDone={() => void refresh()} />
      )}
      {asking && (
        <Ask
          danger={asking === 'cancel'}
          no={say('先不', 'Not now')}
          onNo={() => setAsking(null)}
          onYes={() => void act(asking)}
          title={questions(say)[asking].title}
          yes={questions(say)[asking].yes}
        >
          <p>{questions(say)[asking].text(progress.total)}</p>
          {asking === 'approve' && panel.ahead.map((words) => <p key={words}>{words}</p>)}
        </Ask>
      )}
    </section>
  )
}

type Say = ReturnType<typeof useStaff>['say']

const questions = (say: Say) => ({
  plan: {
    title: say('重新排期？', 'Plan again?'),
    yes: say('重新排', 'Plan again'),
    text: () =>
      say(
        '已投放的和钉住的不动；其余的会重新排，并要再批准一次。',
        'What is out or pinned stays; the rest is planned anew and needs approval again.',
      ),
  },
  approve: {
    title: say('批准这个计划？', 'Approve this plan?'),
    yes: say('批准', 'Approve'),
    text: (total: number) =>
      say(
        `一共 ${total} 次投放，到时间自动发出；转发包由人来转发。`,
        `${total} deliveries will go out by themselves; kits are passed on by people.`,
      ),
  },
  cancel: {
    title: say('取消这次活动？', 'Cancel this campaign?'),
    yes: say('取消活动', 'Cancel the campaign'),
    text: () => say('还没投放的都不再投放。不能恢复。', 'Nothing more will go out. This cannot be undone.'),
  },
})

function standing({ progress, held, plannedBy, approvedBy }: Panel, say: Say): string {
  const { status, total, out, failed, uncertain } = progress
  const stuck = failed + uncertain ? say(`，${failed + uncertain} 次要处理`, `, ${failed + uncertain} need a hand`) : ''
  const trouble = (held ? say(`，${held} 次因为主题发多了先压着`, `, ${held} held back at a topic's cap`) : '') + stuck
  switch (status) {
    case 'draft':
      return total
        ? say('内容改过，要重新排期。', 'It was changed: plan it again.')
        : say('还没有排期。', 'Not planned yet.')
    case 'awaiting-approval':
      return say(
        `${plannedBy ?? ''}排好了 ${total} 次，等另一位同事批准。`,
        `${total} planned by ${plannedBy ?? '—'}; a colleague has to approve.`,
      )
    case 'waiting':
      return say(
        `${approvedBy ?? ''}已批准，${total} 次等时间到${trouble}。`,
        `Approved by ${approvedBy ?? '—'}; ${total} are waiting${trouble}.`,
      )
    case 'running':
      return say(`已投放 ${out} / ${total} 次${trouble}。`, `${out} of ${total} are out${trouble}.`)
    case 'finished':
      return say(`投放完了：${out} / ${total} 次${trouble}。`, `Finished: ${out} of ${total}${trouble}.`)
    case 'cancelled':
      return say('活动已取消。', 'Cancelled.')
  }
}
