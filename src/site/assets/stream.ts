import { byTheBrowser } from './browserPlayer'
import { viaMediaSource } from './hlsPlayer'
import type { HlsClass } from './hls'

export type Language = { name: string; tag: string; sound: string }
/** How much of the film is fetched: a small picture, as much as fits the player, or the sound alone. */
export type Picture = 'small' | 'clear' | 'listen'
export type Wish = { language: Language; picture: Picture; at: number }
export type Film = { video: HTMLVideoElement; master: string; script: string; say(words: string): void; stuck(): void }
export type Player = {
  /** Takes over another language or picture and goes on at the same place. */
  change(wish: Wish): void
  /** Fetches again what did not come. */
  retry(): void
}
export type Way = 'apple' | 'hls' | 'mp4'

/**
 * By what this phone can play a stream. Media Source first: Chromium also says it could play HLS by itself, but then
 * cannot change the language; Apple's own player can. What supports neither plays the MP4 in the page.
 */
export function wayOf(video: HTMLVideoElement): Way {
  if (/apple/i.test(navigator.vendor) && video.canPlayType('application/vnd.apple.mpegurl')) return 'apple'
  return 'MediaSource' in window ? 'hls' : 'mp4'
}

/** Plays the stream in the wanted language from the wanted place. Rejects when the network did not bring the script. */
export async function playStream(film: Film, wish: () => Wish): Promise<Player> {
  const way = wayOf(film.video)
  if (way !== 'hls') return byTheBrowser(film, wish(), way)
  const Hls = await load(film.script)
  if (!Hls || !Hls.isSupported()) return byTheBrowser(film, wish(), 'mp4')
  return viaMediaSource(Hls, film, wish())
}

/** The file is fetched when somebody presses play, and once. Nothing: this browser is too old for it. */
function load(src: string): Promise<HlsClass | undefined> {
  const loaded = () => (window as unknown as { Hls?: HlsClass }).Hls
  return new Promise((resolve, reject) => {
    const there = loaded()
    if (there) return resolve(there)
    const script = document.createElement('script')
    script.src = src
    script.onload = () => resolve(loaded())
    script.onerror = reject
    document.head.appendChild(script)
  })
}
