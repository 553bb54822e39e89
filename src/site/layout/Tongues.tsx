import type { Stream } from '../../lib/stream'
import { useView } from '../view'
import { A } from './parts'

type Props = { stream: Stream; current?: string; file: (name: string) => string }

/** The languages of a film as large words, each with three seconds to hear before one chooses. */
export function Tongues({ stream, current, file }: Props) {
  const { path } = useView()
  const allSynthetic = stream.audio.every(({ synthetic }) => synthetic)
  return (
    <div className="tongues" role="group" aria-label="用哪种话听">
      {stream.audio.map((audio) => {
        const credit = [audio.speaker, audio.synthetic && !allSynthetic && '机器合成的声音'].filter(Boolean).join('，')
        return (
          <div key={audio.variety}>
            <A to={path} change={{ variety: audio.variety }} current={audio.variety === current}>
              <span data-variety={audio.variety} data-sound={file(audio.uri)} lang={audio.tag}>
                {audio.name}
              </span>
            </A>
            {audio.sample && (
              <button type="button" data-sample={file(audio.sample)} aria-pressed="false" hidden>
                试听<span className="unseen">{audio.name}</span>
              </button>
            )}
            {credit && <small>{credit}</small>}
          </div>
        )
      })}
    </div>
  )
}
