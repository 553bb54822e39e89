import { choose, chosen } from './store'

const SAVE_SECONDS = 5
const key = `at:${location.pathname}`

/** Where the film is to begin: where the address says, else where it was left; 0 is the start. */
export function placeToBegin(seconds: number): { at: number; left: boolean } {
  const inside = (at: number) => at > 0 && at < seconds
  const asked = Number(new URLSearchParams(location.search).get('t'))
  if (inside(asked)) return { at: asked, left: false }
  const left = Number(chosen(key))
  return left > SAVE_SECONDS && left < seconds - 2 * SAVE_SECONDS ? { at: left, left: true } : { at: 0, left: false }
}

/** Remembers the place while the film plays, and forgets it at the end. */
export function rememberPlace(video: HTMLVideoElement): void {
  let saved = 0
  const save = () => {
    saved = video.currentTime
    if (saved > 0 && !video.ended) choose(key, String(Math.round(saved)))
  }
  video.addEventListener('timeupdate', () => Math.abs(video.currentTime - saved) >= SAVE_SECONDS && save())
  video.addEventListener('pause', save)
  video.addEventListener('ended', () => choose(key, ''))
}

/** 1 分 20 秒 */
export function inWords(seconds: number): string {
  const whole = Math.round(seconds)
  const minutes = Math.floor(whole / 60)
  return `${minutes ? `${minutes} 分 ` : ''}${whole % 60 || !minutes ? `${whole % 60} 秒` : ''}`.trim()
}
