'use client'
import { useConfig } from '@payloadcms/ui'
import type { MixAnswer } from '../staff/mix'
import { HowCounted } from './HowCounted'
import { useStaff } from './useStaff'

/** The ruler behind a tap, and behind another how it is counted. */
export function MixBehind({ mix, sentence }: { mix: MixAnswer; sentence: boolean }) {
  const { say } = useStaff()
  const { config } = useConfig()
  return (
    <details>
      <summary>{say('看配比尺', 'See the mix')}</summary>
      {sentence && <p>{mix.sentence}</p>}
      <div dangerouslySetInnerHTML={{ __html: mix.svg }} />
      <HowCounted admin={config.routes.admin} demand={mix.demand} how={mix.how} say={say} />
    </details>
  )
}
