import type Hls from 'hls.js'
import type { Stream } from '../../lib/stream'

type Options = {
  /** Smallest picture, loaded at once, no subtitles of its own: for working at a desk, not for judging the picture. */
  working?: boolean
  onPlayer?: (player: Hls) => void
}

/** Plays a finished stream in a video element; the answer ends it. */
export function attachStream(
  element: HTMLVideoElement,
  { stream, base }: { stream: Stream; base: string },
  { working = false, onPlayer }: Options = {},
): () => void {
  let left = false
  let player: Hls | undefined
  const attach = async () => {
    const { default: Player } = await import('hls.js')
    if (left) return
    // Chromium says "maybe" to HLS and then plays it without our languages: media source first.
    if (!Player.isSupported()) {
      const native = !working && element.canPlayType('application/vnd.apple.mpegurl')
      element.src = `${base}/${native ? stream.master : stream.fallback}`
      return
    }
    player = new Player(
      working
        ? { startLevel: 0, maxBufferLength: 20, renderTextTracksNatively: false }
        : { capLevelToPlayerSize: true, maxBufferLength: 20, autoStartLoad: false },
    )
    if (working) player.autoLevelCapping = 0
    player.loadSource(`${base}/${stream.master}`)
    player.attachMedia(element)
    if (!working) element.addEventListener('play', () => player?.startLoad(), { once: true })
    onPlayer?.(player)
  }
  void attach()
  return () => {
    left = true
    player?.destroy()
  }
}
