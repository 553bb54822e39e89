import type { Film, Player, Way, Wish } from './stream'

type Track = { label?: string; language?: string; enabled: boolean }

/** What the browser plays by itself: Apple's HLS with every language, elsewhere the MP4 of the page with its own sound. */
export function byTheBrowser(film: Film, first: Wish, way: Exclude<Way, 'hls'>): Player {
  const { video } = film
  let wish = first
  let source: string | undefined

  const wanted = () => (way === 'mp4' ? '' : wish.picture === 'listen' ? wish.language.sound : film.master)

  function open(at: number, play: boolean): void {
    source = wanted()
    if (source) video.src = source
    else {
      video.removeAttribute('src')
      video.load()
    }
    const begin = () => {
      if (at) video.currentTime = at
      speak()
    }
    video.addEventListener('loadedmetadata', begin, { once: true })
    if (play) video.play().catch(() => undefined)
  }

  function speak(): void {
    const { audioTracks } = video as unknown as { audioTracks?: ArrayLike<Track> }
    const tracks = Array.from(audioTracks || [])
    const same = ({ label, language }: Track) => label === wish.language.name || language === wish.language.tag
    if (tracks.some(same)) for (const track of tracks) track.enabled = same(track)
  }

  open(wish.at, true)
  // A failing <source> tells only itself; a failing <track> must not count.
  video.addEventListener('error', ({ target }) => (target as Element).tagName !== 'TRACK' && film.stuck(), true)
  return {
    change(next) {
      wish = next
      if (way === 'mp4') return film.say('这部手机只能放原来的声音，换不了语言。')
      if (wanted() !== source) open(video.currentTime, !video.paused)
      else speak()
    },
    retry: () => open(video.currentTime || wish.at, true),
  }
}
