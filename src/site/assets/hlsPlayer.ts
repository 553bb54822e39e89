import { byTheBrowser } from './browserPlayer'
import type { HlsClass, HlsInstance, Level } from './hls'
import { bitsASecond } from './line'
import type { Film, Player, Wish } from './stream'

const SMALL_SIDE = 360
const BUFFER_SECONDS = 20

/** The stream by hls.js: every language and every picture, changed while it plays. */
export function viaMediaSource(Hls: HlsClass, film: Film, first: Wish): Player {
  const { video } = film
  let wish = first
  let source = ''
  let hls: HlsInstance
  let instead: Player | undefined

  const here = () => video.currentTime || wish.at
  const wanted = () => (wish.picture === 'listen' ? wish.language.sound : film.master)

  function open(at: number, play: boolean): void {
    if (hls) hls.destroy()
    source = wanted()
    let recovered = 0
    const current = (hls = new Hls(settings(at)))
    hls.on('hlsManifestParsed', () => {
      current.startLevel = startLevel(current.levels)
      cap()
      if (play) video.play().catch(() => undefined)
    })
    hls.on('hlsAudioTracksUpdated', speak)
    hls.on('hlsError', (_event, { fatal, type }) => {
      if (!fatal) return
      if (type === 'networkError') return film.stuck()
      if (type === 'mediaError' && recovered++ < 3) return current.recoverMediaError()
      const at = here()
      current.destroy()
      instead = byTheBrowser(film, { ...wish, at }, 'mp4')
    })
    hls.loadSource(source)
    hls.attachMedia(video)
  }

  function speak(): void {
    const { name, tag } = wish.language
    const named = hls.audioTracks.findIndex((track) => track.name === name)
    const at = named < 0 && tag ? hls.audioTracks.findIndex((track) => track.lang === tag) : named
    if (at >= 0 && at !== hls.audioTrack) hls.audioTrack = at
  }

  /** hls.js sets its own cap by the player's size again and again, so the two are never on together. */
  function cap(): void {
    const small = wish.picture === 'small'
    hls.capLevelToPlayerSize = !small
    if (small) hls.autoLevelCapping = smallLevel(hls.levels)
  }

  open(wish.at, true)
  return {
    change(next) {
      wish = next
      if (instead) return instead.change(wish)
      if (wanted() !== source) return open(here(), !video.paused)
      cap()
      speak()
    },
    retry() {
      if (instead) instead.retry()
      else if (hls.levels.length) hls.startLoad()
      else open(here(), true)
    },
  }
}

const settings = (startPosition: number) => ({
  startPosition,
  maxBufferLength: BUFFER_SECONDS,
  maxMaxBufferLength: BUFFER_SECONDS,
  backBufferLength: 2 * BUFFER_SECONDS,
  capLevelToPlayerSize: true,
  // On a weak line the six seconds of a test would be six seconds of waiting.
  testBandwidth: false,
  abrEwmaDefaultEstimate: bitsASecond(),
  // The page's own <track> elements show the subtitles, with or without a script; hls.js would empty them.
  timelineController: undefined,
  subtitleTrackController: undefined,
  subtitleStreamController: undefined,
})

const fits = ({ width, height }: Level) => Math.min(width, height) <= SMALL_SIDE

/** The largest level of a small picture; levels are sorted by bitrate. */
const smallLevel = (levels: Level[]) => Math.max(0, levels.filter(fits).length - 1)

/** Begins with a small picture, and with the smallest where the line is known to be weak. */
const startLevel = (levels: Level[]) =>
  Math.max(0, levels.filter((level) => fits(level) && level.bitrate <= bitsASecond() * 0.8).length - 1)
