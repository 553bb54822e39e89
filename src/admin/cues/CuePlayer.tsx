'use client'
import { useEffect, useState, type RefObject } from 'react'
import { clock, type Cue } from '../../lib/subtitles'
import type { CueSheet } from '../../staff/subtitles'
import { attachStream } from '../film/attachStream'
import type { Say } from '../say'

type Props = {
  sheet: CueSheet
  cues: Cue[]
  video: RefObject<HTMLVideoElement | null>
  onHear: (at: number) => void
  say: Say
}

/** The film with the cues as they stand in the editor drawn over it, also those that are not saved. */
export function CuePlayer({ sheet: { film, language }, cues, video, onHear, say }: Props) {
  const [now, setNow] = useState(0)
  const { stream, base } = film
  useEffect(() => {
    if (video.current && stream && base) return attachStream(video.current, { stream, base }, { working: true })
  }, [stream?.master, base])

  const heard = cues.findIndex(({ start, end }) => start <= now && now < end)
  useEffect(() => onHear(heard), [heard])

  if (!stream || !base)
    return (
      <p className="mb-cues__nofilm">
        {say(
          '影片还没有转换好，现在可以先写字；转换好以后就能对着画面调时间。',
          'The film is not converted yet. Write now; times can be set against the picture later.',
        )}
      </p>
    )
  const look = () => setNow(Math.round((video.current?.currentTime ?? 0) * 1000))
  return (
    <figure className="mb-cues__player">
      <div className="mb-cues__screen">
        <video
          controls
          onPlay={() => follow(video, look)}
          onSeeked={look}
          onTimeUpdate={look}
          playsInline
          poster={`${base}/${stream.poster}`}
          preload="auto"
          ref={video}
        />
        <p className="mb-cues__words" dir={language.direction} lang={language.tag}>
          {cues
            .filter(({ start, end }) => start <= now && now < end)
            .map(({ text }) => text)
            .join('\n')}
        </p>
      </div>
      <figcaption>{clock(now)}</figcaption>
    </figure>
  )
}

/** While it plays the words change with the picture: the event alone comes four times a second. */
function follow(video: RefObject<HTMLVideoElement | null>, look: () => void): void {
  look()
  if (video.current && !video.current.paused) requestAnimationFrame(() => follow(video, look))
}
