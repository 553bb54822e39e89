import type { Stream } from '../../lib/stream'
import { useView } from '../view'
import { lengthAndSize, A } from './parts'

/**
 * A film as the smallest phone can play it: poster and MP4 in plain HTML, subtitles on. The script turns it into a
 * stream with spoken languages when the viewer presses play, never before.
 */
export function Player({ stream, title }: { stream: Stream; title: string }) {
  const { base, params, assets, path } = useView()
  const file = (name: string) => `${base}${stream.folder}/${name}`
  const chosen =
    stream.audio.find(({ variety }) => variety === params.variety) ?? stream.audio.find((one) => one.default)
  const allSynthetic = stream.audio.every(({ synthetic }) => synthetic)
  const wide = stream.width >= stream.height
  return (
    <div
      className={wide ? 'film' : 'film tall'}
      data-film={file(stream.master)}
      data-hls={assets['hls.js']}
      data-variety={chosen?.variety}
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
              label={subtitle.origin === 'machine' ? `${subtitle.name}（机器）` : subtitle.name}
              default={subtitle.default}
            />
          ))}
        </video>
        <button type="button" className="play" data-play hidden>
          播放
        </button>
      </div>
      {stream.audio.length > 1 && (
        <p className="tongues" role="group" aria-label="用哪种话听">
          {stream.audio.map((audio) => (
            <A
              key={audio.variety}
              to={path}
              change={{ variety: audio.variety }}
              current={audio.variety === chosen?.variety}
            >
              <span data-variety={audio.variety} lang={audio.tag}>
                {audio.name}
              </span>
              {audio.synthetic && !allSynthetic && <small>机器合成的声音</small>}
            </A>
          ))}
        </p>
      )}
      <p className="hint">
        {lengthAndSize({ stream })}
        {allSynthetic && '。声音是机器合成的'}
      </p>
      <p className="hint" data-fault role="status" />
      <script src={assets['film.js']} defer />
    </div>
  )
}

/** Keeps WeChat's X5 and old iOS from taking the film out of the page. React knows none of these names. */
const inline = { 'webkit-playsinline': 'true', 'x5-playsinline': 'true', 'x5-video-player-type': 'h5' }
