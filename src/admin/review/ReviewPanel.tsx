'use client'
import { useConfig } from '@payloadcms/ui'
import { formatAdminURL } from 'payload/shared'
import type { Standing } from '../../staff/review'
import type { Language, Say } from '../say'
import { reasonWords, when } from './reasons'
import { useReview } from './useReview'

/** Where the item stands, in words, at the head of the form. */
export function ReviewPanel() {
  const { standing, say, language, place } = useReview()
  const { config } = useConfig()
  const subtitleAddress = (id: string) =>
    formatAdminURL({ adminRoute: config.routes.admin, path: `/collections/subtitles/${id}` })
  const now = !place || !standing ? 0 : position(standing)
  const steps = [say('写', 'Write'), say('送审', 'Hand in'), say('同事审核', 'Review'), say('居民看到', 'Public')]
  return (
    <section aria-label={say('审核进度', 'Review')} className="mb-review">
      <ol>
        {steps.map((step, index) => (
          <li aria-current={index === now ? 'step' : undefined} className={index < now ? 'is-done' : ''} key={step}>
            {step}
          </li>
        ))}
      </ol>
      <p aria-live="polite">
        {standing && place
          ? sentence(standing, say, language)
          : say(
              '写好以后点“送审”，由另一位同事审核。边写边自动保存。',
              'Hand it in when it is ready; a colleague reviews it. It saves itself as you write.',
            )}
      </p>
      {standing?.returned && (
        <blockquote>
          <strong>{standing.returned.by}：</strong>
          {standing.returned.reason}
        </blockquote>
      )}
      {standing && whyOff(standing, language) && <p className="mb-review__off">{whyOff(standing, language)}</p>}
      {standing?.may.submit === 'subtitles-required' && (
        <p className="mb-review__off">{reasonWords(standing.may.submit, language)}</p>
      )}
      {standing?.atCap && <p className="mb-review__cap">{standing.atCap}</p>}
      {standing && standing.subtitlesToMend.length > 0 && (
        <p className="mb-review__missing">
          {say('字幕里有几条最好再看看：', 'Subtitles worth another look: ')}
          {standing.subtitlesToMend.map(({ id, name, count }) => (
            <a href={subtitleAddress(id)} key={id}>
              {say(`${name} ${count} 条`, `${name}, ${count} cues`)}
            </a>
          ))}
        </p>
      )}
      {standing && standing.stage !== 'submitted' && standing.missing.length > 0 && (
        <p className="mb-review__missing">
          {say('送审前还要填：', 'Still missing: ')}
          {standing.missing.map(({ label }) => label).join('、')}
        </p>
      )}
    </section>
  )
}

/** Which of the four words is now. */
function position({ stage, isPublic, changedSinceApproval }: Standing): number {
  if (stage === 'submitted') return 2
  return isPublic && !changedSinceApproval ? 3 : 0
}

function sentence(standing: Standing, say: Say, language: Language): string {
  const { stage, submitted, approved, isPublic, changedSinceApproval, signed, stages } = standing
  const still = isPublic ? say(' 居民现在看到的是上次通过的那一版。', ' Residents see the last approved version.') : ''
  if (stage === 'submitted' && submitted) {
    const at = when(submitted.at, language)
    const count =
      stages > 1 ? say(`（${stages} 审，已过 ${signed.length} 审）`, ` (${signed.length} of ${stages} stages)`) : ''
    return (
      say(
        `${submitted.by} ${at} 送审，等同事审核${count}。改动会撤回送审。`,
        `Handed in by ${submitted.by}, ${at}${count}. An edit takes it back.`,
      ) + still
    )
  }
  if (stage === 'returned') return say('退回修改，改好再送审。', 'Sent back; hand it in again when changed.') + still
  if (isPublic && !changedSinceApproval && approved)
    return say(
      `已公开。${approved.by} ${when(approved.at, language)} 通过。`,
      `Public, approved by ${approved.by}, ${when(approved.at, language)}.`,
    )
  return say('在写。写好以后点“送审”。', 'In writing. Hand it in when it is ready.') + still
}

function whyOff({ stage, may }: Standing, language: Language): string {
  if (stage !== 'submitted' || may.approve === null || may.approve === 'forbidden') return ''
  return reasonWords(may.approve, language)
}
