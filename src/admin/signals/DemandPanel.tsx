'use client'
import { useConfig, useDocumentInfo } from '@payloadcms/ui'
import type { DemandPanelAnswer } from '../../staff/demandPanel'
import { useAnswer } from '../useAnswer'
import { useStaff } from '../useStaff'
import { signalsAddress } from './address'
import { DemandLine } from './DemandLine'

/** On a segment's page: what its people need, what every source says about it, and the rows behind each number. */
export function DemandPanel() {
  const { id } = useDocumentInfo()
  const { config } = useConfig()
  const { say } = useStaff()
  const { answer: panel, fault } = useAnswer<DemandPanelAnswer>(id ? `/signals/demand/${id}` : null)
  if (!id) return null
  const { admin } = config.routes
  const [shown, rest] = [
    panel?.topics.filter(({ share }) => share >= 0.01) ?? [],
    panel?.topics.filter(({ share }) => share < 0.01) ?? [],
  ]
  return (
    <section aria-labelledby="demand-from" className="mb-demand" id="demand">
      <h3 id="demand-from">{say('需求从哪儿来', 'Where demand comes from')}</h3>
      {!panel && <p className="mb-plan__hint">{fault || say('正在读取……', 'Loading…')}</p>}
      {panel && !panel.pooled && (
        <p>
          {panel.entered
            ? say(
                `只填报了 ${panel.entered} 个数，满 ${panel.fewest} 个才够合算。现在按下面“估计的需求”排。`,
                `Only ${panel.entered} counts were entered; from ${panel.fewest} on they are used. Until then the estimate below holds.`,
              )
            : say(
                '还没有需求信号。现在按下面“估计的需求”排。',
                'There are no signals yet. Until then the estimate below holds.',
              )}{' '}
          <a href={`${admin}/collections/signals`}>
            {say('去导入咨询、问卷、案件的数', 'Import counts of consultations, surveys, cases')}
          </a>
        </p>
      )}
      {panel?.pooled && (
        <>
          <p>
            {say('排期按这里算，不再看下面的估计。', 'Plans use this and no longer the estimate below.')}{' '}
            <a href={signalsAddress(admin, panel.segment)}>{say('看全部信号', 'All signals')}</a> ·{' '}
            <a href={`${admin}/globals/demand-weights`}>{say('看权重', 'Weights')}</a>
          </p>
          <ul className="mb-demand__sources">
            {panel.sources.map(({ kind, label, weight, own, county }) => (
              <li key={kind}>
                <b>{label}</b>{' '}
                {own
                  ? say(`${own} 次（全县 ${county} 次）`, `${own} (whole county ${county})`)
                  : say(`这个人群没有，借全县的 ${county} 次`, `none of its own; leans on the county's ${county}`)}
                {say(`，占 ${Math.round(weight * 100)}%`, `, counts for ${Math.round(weight * 100)} %`)}
              </li>
            ))}
          </ul>
          <details className="mb-demand__heard">
            <summary>{say('系统自己数的从哪儿来（近 90 天）', 'Behind what counts itself (90 days)')}</summary>
            <p>
              <a href={`${admin}/collections/questions`}>{say('居民提问', 'Questions of residents')}</a>
              {say('：有主题的算进来访咨询。', ': those with a topic count as consultations.')}{' '}
              {panel.searches.length
                ? say(
                    '搜索：搜得最多的词，算在哪个主题。',
                    'Searches: the most frequent words and the topic each counts for.',
                  )
                : say('还没有人搜过。', 'Nobody has searched yet.')}
            </p>
            <ul>
              {panel.searches.map(({ q, n, topic }) => (
                <li key={q}>
                  {say(`“${q}” ${n} 次，`, `“${q}” ${n}, `)}
                  {topic ?? (
                    <a href={`${admin}/collections/topics`}>
                      {say(
                        '没有对上主题，不算：到主题里补一句“群众怎么说”',
                        'no topic, not counted: add it to the phrases of one',
                      )}
                    </a>
                  )}
                </li>
              ))}
            </ul>
          </details>
          <ol className="mb-demand__topics">
            {shown.map((line) => (
              <DemandLine
                href={signalsAddress(admin, panel.segment, line.topic)}
                key={line.topic}
                line={line}
                say={say}
              />
            ))}
          </ol>
          {rest.length > 0 && (
            <p className="mb-plan__hint">
              {say('每样不到 1 份的：', 'Less than 1 of 100 each: ')}
              {rest.map(({ name }) => name).join(say('、', ', '))}
            </p>
          )}
          <p>{panel.sensitivity}</p>
        </>
      )}
    </section>
  )
}
