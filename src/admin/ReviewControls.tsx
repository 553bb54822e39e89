'use client'
import { useDocumentInfo, useForm, useFormModified } from '@payloadcms/ui'
import { toast } from '@payloadcms/ui'
import { useConfig } from '@payloadcms/ui'
import { formatAdminURL } from 'payload/shared'
import { useState } from 'react'
import { Ask } from './Ask'
import { reasonWords } from './review/reasons'
import { useReview } from './review/useReview'

export { ReviewPanel } from './review/ReviewPanel'

/** Payload's own publish and unpublish buttons: there is exactly one way forward, the hand-in. */
export const NoButton = () => null

type Step = 'submit' | 'approve' | 'return' | 'withdraw'

/** The buttons in the bar that stays in sight: hand in, approve, send back, take down. Only what the reader may do. */
export function ReviewControls() {
  const { standing, act, say, language, place } = useReview()
  const save = useSaveFirst()
  const [asking, setAsking] = useState<Step | null>(null)
  const [reason, setReason] = useState('')
  const [busy, setBusy] = useState(false)
  if (!place || !standing) return null
  const { may, stage, hash } = standing

  const finish = async (step: Step) => {
    setBusy(true)
    if (step === 'submit') await save()
    const answer = await act(step, step === 'approve' ? { hash } : step === 'submit' ? {} : { reason })
    setBusy(false)
    setAsking(null)
    setReason('')
    if (answer.ok) {
      toast.success(done(step, answer.body.stage, say))
      if (answer.body.atCap) toast.warning(answer.body.atCap, { duration: 12_000 })
      return
    }
    const missing = answer.error.details?.missing?.map(({ label }) => label).join('、')
    toast.error(missing ? `${answer.error.message} ${missing}` : answer.error.message, { duration: 12_000 })
  }
  const decides = may.approve === null || may.return === null
  return (
    <div className="mb-review-buttons">
      {may.submit !== 'forbidden' && stage !== 'submitted' && (
        <button
          className="mb-button mb-button--main"
          disabled={busy || (may.submit !== null && may.submit !== 'nothing-new')}
          onClick={() => void finish('submit')}
          title={reasonWords(may.submit, language)}
          type="button"
        >
          {say('送审', 'Hand in')}
        </button>
      )}
      {(decides || may.approve === 'own-approval') && stage === 'submitted' && (
        <>
          <button
            className="mb-button mb-button--main"
            disabled={busy || may.approve !== null}
            onClick={() => setAsking('approve')}
            title={reasonWords(may.approve, language)}
            type="button"
          >
            {say('通过', 'Approve')}
          </button>
          <button
            className="mb-button"
            disabled={busy || may.return !== null}
            onClick={() => setAsking('return')}
            type="button"
          >
            {say('退回', 'Send back')}
          </button>
        </>
      )}
      {may.withdraw === null && (
        <button
          className="mb-button mb-button--danger"
          disabled={busy}
          onClick={() => setAsking('withdraw')}
          type="button"
        >
          {say('撤下', 'Take down')}
        </button>
      )}
      {asking && (
        <Ask
          blocked={asking !== 'approve' && reason.trim().length < 2}
          busy={busy}
          danger={asking === 'withdraw'}
          no={say('先不', 'Not now')}
          onNo={() => setAsking(null)}
          onYes={() => void finish(asking)}
          title={questions(say)[asking]}
          yes={
            {
              approve: say('通过', 'Approve'),
              return: say('退回', 'Send back'),
              withdraw: say('撤下', 'Take down'),
              submit: '',
            }[asking]
          }
        >
          {asking === 'approve' && standing.atCap && <p>{standing.atCap}</p>}
          {asking === 'approve' ? (
            <p>
              {say(
                '通过的就是您刚才看到的这一版，居民马上能看到，名字会记下来。',
                'Exactly the version you saw becomes public at once, signed with your name.',
              )}
            </p>
          ) : (
            <label className="mb-field">
              {asking === 'return'
                ? say('哪里要改（写给作者看）', 'What to change (for the writer)')
                : say('为什么撤下', 'Why it is taken down')}
              <textarea
                autoFocus
                maxLength={500}
                onChange={(event) => setReason(event.target.value)}
                rows={4}
                value={reason}
              />
            </label>
          )}
        </Ask>
      )}
    </div>
  )
}

type Say = ReturnType<typeof useReview>['say']

const questions = (say: Say): Record<Step, string> => ({
  submit: '',
  approve: say('通过并公开？', 'Approve and publish?'),
  return: say('退回给作者', 'Send back to the writer'),
  withdraw: say('从网站撤下？', 'Take it off the site?'),
})

const done = (step: Step, stage: string, say: Say) =>
  ({
    submit: say('已送审，等同事审核。', 'Handed in; a colleague reviews it now.'),
    approve:
      stage === 'approved'
        ? say('已通过，居民看得到了。', 'Approved; it is public now.')
        : say('这一审已通过，等下一位同事。', 'Signed; the next colleague follows.'),
    return: say('已退回给作者。', 'Sent back to the writer.'),
    withdraw: say('已从网站撤下。', 'Taken off the site.'),
  })[step]

/** What stands in the form goes in, also when the last keystroke is younger than the last autosave. */
function useSaveFirst() {
  const { submit } = useForm()
  const modified = useFormModified()
  const { id, collectionSlug } = useDocumentInfo()
  const { config } = useConfig()
  return async () => {
    if (!modified || !id) return
    const path = `/${collectionSlug}/${id}?depth=0&fallback-locale=null&draft=true` as const
    const action = formatAdminURL({ apiRoute: config.routes.api, path })
    await submit({
      action,
      method: 'PATCH',
      overrides: { _status: 'draft' },
      skipValidation: true,
      disableSuccessStatus: true,
    })
  }
}
