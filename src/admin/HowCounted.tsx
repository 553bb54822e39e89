import type { MixExplained } from '../lib/mixExplained'
import type { Say } from './say'

type Props = {
  how: MixExplained
  say: Say
  /** Segments whose demand is in it, each leading to the numbers it came from. */
  demand?: readonly { id: string; name: string; pooled: boolean }[]
  admin: string
}

/** 怎么算的, beside every mismatch: formula, the numbers put in, and the way to where demand comes from. */
export function HowCounted({ how, say, demand = [], admin }: Props) {
  return (
    <details className="mb-how">
      <summary>{say('怎么算的', 'How this is counted')}</summary>
      <dl>
        {how.lines.map(({ term, text }) => (
          <div key={term}>
            <dt>{term}</dt>
            <dd>{text}</dd>
          </div>
        ))}
        {demand.length > 0 && (
          <div>
            <dt>{say('群众要的从哪儿来', 'Where need comes from')}</dt>
            <dd>
              {say('点开看每个数的来源：', 'Each leads to its sources: ')}
              {demand.map(({ id, name, pooled }, n) => (
                <span key={id}>
                  {n > 0 && say('、', ', ')}
                  <a href={`${admin}/collections/segments/${id}#demand`}>{name}</a>
                  {pooled
                    ? say('（按咨询、搜索、问卷等合算）', ' (pooled from what people asked)')
                    : say('（画像里估计的）', ' (estimated in the portrait)')}
                </span>
              ))}
              {say('。按各人群人口加权，不看我们自己的播放量。', '. Weighted by people, never by our own plays.')}
            </dd>
          </div>
        )}
      </dl>
    </details>
  )
}
