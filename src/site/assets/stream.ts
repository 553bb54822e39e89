type Language = { name: string; tag: string }
export type Player = { speak(language: Language): void }
type Named = { name?: string; label?: string; lang?: string; language?: string }

/** As much of hls.js as is used here; the file itself is fetched when somebody presses play. */
type HlsInstance = {
  levels: { height: number }[]
  audioTracks: Named[]
  audioTrack: number
  subtitleTrack: number
  autoLevelCapping: number
  on(event: string, listen: (event: string, data: { fatal?: boolean; type?: string }) => void): void
  loadSource(url: string): void
  attachMedia(video: HTMLVideoElement): void
  startLoad(): void
  recoverMediaError(): void
  destroy(): void
}
type HlsClass = { new (options: object): HlsInstance; isSupported(): boolean }

const SMALL_PICTURE = 360
const BUFFER_SECONDS = 20

/**
 * Plays the stream in the wanted language. Media Source first: Chromium also says it could play HLS by itself, but then
 * cannot change the language; Apple's own player can. What supports neither plays the MP4 in the page.
 */
export async function playStream(
  video: HTMLVideoElement,
  master: string,
  script: string,
  language: Language,
  say: (words: string) => void,
): Promise<Player> {
  const apple = /apple/i.test(navigator.vendor) && video.canPlayType('application/vnd.apple.mpegurl')
  if (apple) return native(video, master, language)
  const mp4 = () => plain(video, say)
  if (!('MediaSource' in window)) return mp4()
  const Hls = await load(script).catch(() => undefined)
  if (!Hls || !Hls.isSupported()) return mp4()
  return viaMediaSource(Hls, video, master, language, mp4)
}

function viaMediaSource(Hls: HlsClass, video: HTMLVideoElement, master: string, wanted: Language, mp4: () => Player) {
  let language = wanted
  let recovered = 0
  const hls = new Hls({
    maxBufferLength: BUFFER_SECONDS,
    capLevelToPlayerSize: true,
    // The page's own <track> elements show the subtitles, with or without a script.
    enableWebVTT: false,
    enableIMSC1: false,
    enableCEA708Captions: false,
  })
  const speak = (next: Language) => {
    language = next
    const at = hls.audioTracks.findIndex((track) => same(track, language))
    if (at >= 0) hls.audioTrack = at
  }
  hls.on('hlsManifestParsed', () => {
    if (frugal()) hls.autoLevelCapping = smallest(hls.levels)
    hls.subtitleTrack = -1
    refreshSubtitles(video)
    video.play().catch(() => undefined)
  })
  hls.on('hlsAudioTracksUpdated', () => speak(language))
  hls.on('hlsSubtitleTracksUpdated', () => (hls.subtitleTrack = -1))
  hls.on('hlsError', (_event, data) => {
    if (!data.fatal) return
    if (recovered++ < 3 && data.type === 'mediaError') return hls.recoverMediaError()
    if (recovered < 3 && data.type === 'networkError' && video.readyState > 0) return hls.startLoad()
    hls.destroy()
    mp4()
  })
  hls.loadSource(master)
  hls.attachMedia(video)
  return { speak }
}

/** hls.js empties text tracks when it takes a video over; a fresh element reads its file again. */
function refreshSubtitles(video: HTMLVideoElement): void {
  video.querySelectorAll('track').forEach((track) => track.replaceWith(track.cloneNode()))
}

function native(video: HTMLVideoElement, master: string, wanted: Language): Player {
  const speak = (language: Language) => {
    const { audioTracks } = video as unknown as { audioTracks?: ArrayLike<Named & { enabled: boolean }> }
    const tracks = Array.from(audioTracks || [])
    if (tracks.some((track) => same(track, language))) for (const track of tracks) track.enabled = same(track, language)
  }
  video.addEventListener('loadedmetadata', () => speak(wanted), { once: true })
  video.src = master
  video.play().catch(() => undefined)
  return { speak }
}

/** The MP4 in the page: one language, any phone. */
function plain(video: HTMLVideoElement, say: (words: string) => void): Player {
  const at = video.currentTime
  video.removeAttribute('src')
  video.load()
  video.addEventListener('loadedmetadata', () => at && (video.currentTime = at), { once: true })
  video.onerror = video.querySelector('source')!.onerror = () => say('影片放不出来，请检查网络，过一会儿再试。')
  video.play().catch(() => undefined)
  const sorry = () => say('这部手机只能放原来的声音，换不了语言。')
  return { speak: sorry }
}

const same = (track: Named, { name, tag }: Language) =>
  (track.name || track.label) === name || (tag !== '' && (track.lang || track.language) === tag)

/** On a metered or slow line the picture stays small. */
function frugal(): boolean {
  const line = (navigator as { connection?: { saveData?: boolean; type?: string; effectiveType?: string } }).connection
  return Boolean(line && (line.saveData || line.type === 'cellular' || /2g|3g/.test(line.effectiveType || '')))
}

function smallest(levels: { height: number }[]): number {
  let best = 0
  levels.forEach(({ height }, index) => {
    if (height <= SMALL_PICTURE) best = index
  })
  return best
}

function load(src: string): Promise<HlsClass> {
  return new Promise((resolve, reject) => {
    const script = document.createElement('script')
    script.src = src
    script.onload = () => resolve((window as unknown as { Hls: HlsClass }).Hls)
    script.onerror = reject
    document.head.appendChild(script)
  })
}
