import { uuid } from './uuid'

const tell = (detail: object) => document.dispatchEvent(new CustomEvent('mingbai', { detail }))
const START_SECONDS = 2
const PIECE_SECONDS = 5
const JUMP_SECONDS = 1.5

/** Counts one film: `start` after two seconds, `watch` for the seconds really played, `complete` at the end. Returns how to end a piece. */
export function countPlayback(video: HTMLVideoElement, variety: () => string | undefined): () => void {
  let play = uuid()
  let started = false
  let from = -1
  let last = -1
  let played = 0

  const piece = () => {
    if (from >= 0 && last > from + 0.05)
      tell({ type: 'watch', play, from: round(from), to: round(last), variety: variety() })
    from = last
  }
  const moved = () => {
    const now = video.currentTime
    if (video.paused || video.seeking) return
    if (from < 0 || now < last || now - last > JUMP_SECONDS) {
      piece()
      from = last = now
      return
    }
    played += now - last
    last = now
    if (!started && played >= START_SECONDS && halfInSight(video)) {
      started = true
      tell({ type: 'start', play, variety: variety() })
    }
    if (last - from >= PIECE_SECONDS) piece()
  }
  video.addEventListener('timeupdate', moved)
  video.addEventListener('pause', () => {
    if (!video.seeking && video.currentTime - last < JUMP_SECONDS) last = Math.max(last, video.currentTime)
    piece()
    from = -1
  })
  video.addEventListener('seeking', () => {
    piece()
    from = -1
  })
  video.addEventListener('ended', () => {
    tell({ type: 'complete', play, variety: variety() })
    // Watched again, it is a playback of its own.
    play = uuid()
    started = false
    played = 0
    from = -1
  })
  // Before the page's own listener sends what is left.
  addEventListener('pagehide', piece, true)
  return piece
}

const round = (seconds: number) => Math.round(seconds * 100) / 100

function halfInSight(video: HTMLElement): boolean {
  if (document.hidden) return false
  const { top, bottom, height } = video.getBoundingClientRect()
  return Math.min(bottom, innerHeight) - Math.max(top, 0) >= height / 2
}
