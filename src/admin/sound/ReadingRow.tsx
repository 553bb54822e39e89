'use client'
import { useDocumentInfo } from '@payloadcms/ui'
import type { ReadingsOverview } from '../../staff/readings'
import { length } from '../film/FilmPlayer'
import type { Language, Say } from '../say'
import { useStaff } from '../useStaff'
import { PartDecision } from './PartDecision'
import type { Act } from './useReadings'

type Reading = ReadingsOverview['readings'][number]
type Props = { reading: Reading; mayChange: boolean; act: Act; say: Say; language: Language }

/** One reading: its state in words, the sound, the decision, and what a loudspeaker needs. */
export function ReadingRow({ reading, mayChange, act, say, language }: Props) {
  const { id: article } = useDocumentInfo()
  const { address } = useStaff()
  const { id, variety, varietyId, state, machine, speaker, synthetic, fresh, fault, audio, standing, offered } = reading
  const by = synthetic ? say('机器合成的声音', 'machine voice') : (speaker ?? say('真人朗读', 'read by a person'))
  const again = mayChange && machine && (state === 'failed' || !fresh)
  return (
    <li>
      <p>
        <strong>{variety}</strong> · {by}
        {audio && ` · ${length(audio.seconds, say)}`}
        {offered && ` · ${say('居民能听到', 'residents hear it')}`}
      </p>
      {(state === 'waiting' || state === 'running') && <p aria-live="polite">{say('正在做，稍等……', 'Being made…')}</p>}
      {fault && <p className="mb-film__fault">{fault[language]}</p>}
      {!fresh && (
        <p className="mb-film__fault">
          {machine
            ? say('文章改过了，念的还是旧话。', 'The article has changed; it still reads the old words.')
            : say('文章改过了，录音念的还是旧话，请重新录。', 'The article has changed; please record it again.')}
        </p>
      )}
      {audio?.quiet && (
        <p className="mb-film__fault">
          {say('几乎听不到声音，没有调响度。', 'Hardly any sound; its loudness was left alone.')}
        </p>
      )}
      {audio && <audio controls preload="none" src={audio.url} />}
      {again && (
        <button
          className="mb-button"
          onClick={() => void act(`/readings/of/${article}/machine`, { variety: varietyId })}
          type="button"
        >
          {say('让机器重新念', 'Let the machine read again')}
        </button>
      )}
      {audio && fresh && (
        <PartDecision
          decide={(step, json) => act(`/review/readings/${id}/${step}`, json)}
          language={language}
          say={say}
          standing={standing}
        />
      )}
      {audio && fresh && standing.approved && (
        <p>
          {say('大喇叭：', 'Loudspeaker: ')}
          <a download={`${variety}.mp3`} href={audio.url}>
            {say('下载录音（MP3）', 'Recording (MP3)')}
          </a>
          {' · '}
          <a href={address(`/readings/${id}/script.txt`)}>{say('下载稿子', 'Script')}</a>
        </p>
      )}
    </li>
  )
}
