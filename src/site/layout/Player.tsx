import type { Stream } from '../../lib/stream'
import { useView } from '../view'
import { sizeInWords } from '../words'
import { FilmWords, subtitleName } from './FilmWords'
import { lengthAndSize } from './parts'
import { Tongues } from './Tongues'

/**
 * A film as the smallest phone can play it: poster and MP4 in plain HTML, subtitles on. The script turns it into a
 * stream with spoken languages when the viewer presses play, never before; every other word below needs it and is
 * shown by it.
 */
export function Player({ stream, title }: { stream: Stream; title: string }) {
  const { base, params, assets } = useView()
  const file = (name: string) => `${base}${stream.folder}/${name}`
  const chosen =
    stream.audio.find(({ variety }) => variety === params.variety) ?? stream.audio.find((one) => one.default)
  const listen = stream.listen && sizeInWords(stream.listen.bytes)
  const saving = listen !== sizeInWords(stream.bytes) && listen
  const wide = stream.width >= stream.height
  return (
    <div
      id="film"
      className={wide ? 'film' : 'film tall'}
      data-film={file(stream.master)}
      data-hls={assets['hls.js']}
      data-seconds={stream.duration}
      data-variety={chosen?.variety}
      data-sound={chosen && file(chosen.uri)}
    >
      <div className="picture">
        <video
          controls
          preload="none"
          poster={file(stream.poster)}
          width={stream.width}
          height={stream.height}
          playsInline
          aria-label={title}
          {...inline}
          {...{ 'x5-video-orientation': wide ? 'landscape' : 'portrait' }}
        >
          <source src={file(stream.fallback)} type="video/mp4" />
          {stream.subtitles.map((subtitle) => (
            <track
              key={subtitle.uri}
              kind="subtitles"
              src={file(subtitle.uri)}
              srcLang={subtitle.tag}
              label={subtitleName(subtitle)}
              default={subtitle.default}
            />
          ))}
        </video>
        <button type="button" className="play" data-play hidden>
          播放
        </button>
        <button type="button" className="again" data-again hidden>
          从头放
        </button>
      </div>
      <p className="standstill">
        <span data-fault role="status" />
        <button type="button" data-retry hidden>
          重试
        </button>
      </p>
      {stream.audio.length > 1 && <Tongues stream={stream} current={chosen?.variety} file={file} />}
      <p className="hint">
        {lengthAndSize({ stream })}
        {saving && `；只听声音${saving}`}
        {stream.audio.length > 0 && stream.audio.every(({ synthetic }) => synthetic) && '。声音是机器合成的'}
      </p>
      <FilmWords stream={stream} />
      <script src={assets['film.js']} defer />
    </div>
  )
}

/** Keeps WeChat's X5 and old iOS from taking the film out of the page. React knows none of these names. */
const inline = { 'webkit-playsinline': 'true', 'x5-playsinline': 'true', 'x5-video-player-type': 'h5' }
