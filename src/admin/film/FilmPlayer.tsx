'use client'
import type Hls from 'hls.js'
import { useEffect, useRef, useState } from 'react'
import type { Stream } from '../../lib/stream'
import type { Say } from '../say'
import { attachStream } from './attachStream'

type Props = { stream: Stream; base: string; say: Say }

/** The finished film as residents will get it. The languages stand under it as large words; the pressed one is heard. */
export function FilmPlayer({ stream, base, say }: Props) {
  const video = useRef<HTMLVideoElement>(null)
  const player = useRef<Hls | null>(null)
  const [spoken, setSpoken] = useState(0)

  useEffect(() => {
    const element = video.current
    if (!element) return
    const end = attachStream(element, { stream, base }, { onPlayer: (hls) => (player.current = hls) })
    return () => {
      end()
      player.current = null
    }
  }, [base, stream])

  const speak = (index: number) => {
    setSpoken(index)
    if (player.current) player.current.audioTrack = index
  }
  return (
    <div className="mb-film__player">
      <video controls playsInline poster={`${base}/${stream.poster}`} preload="none" ref={video} />
      <div className="mb-film__words">
        {stream.audio.map(({ name, synthetic }, index) => (
          <button aria-pressed={index === spoken} key={name} onClick={() => speak(index)} type="button">
            {name}
            {synthetic && <small> {say('机器配音', 'machine voice')}</small>}
          </button>
        ))}
        {!stream.audio.length && <span>{say('没有声音', 'No sound')}</span>}
      </div>
      <p className="mb-film__facts">
        {length(stream.duration, say)}，{say(`约 ${megabytes(stream.bytes)} 兆`, `about ${megabytes(stream.bytes)} MB`)}
        {stream.subtitles.length > 0 &&
          ` · ${say('字幕', 'Subtitles')}：${stream.subtitles.map(({ name }) => name).join('、')}`}
      </p>
    </div>
  )
}

const megabytes = (bytes: number) => Math.max(0.1, Math.round(bytes / 1e5) / 10)

/** 3 分 20 秒: a person says minutes, not 200 s. */
export function length(seconds: number, say: Say): string {
  const [minutes, rest] = [Math.floor(seconds / 60), Math.round(seconds % 60)]
  if (!minutes) return say(`${rest} 秒`, `${rest} s`)
  return say(rest ? `${minutes} 分 ${rest} 秒` : `${minutes} 分钟`, `${minutes} min ${rest ? `${rest} s` : ''}`.trim())
}
