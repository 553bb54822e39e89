import { countPlayback } from './playback'
import { choose, chosen } from './store'
import { playStream, type Player } from './stream'

const SAVE_SECONDS = 5

/** A film on the page: a play button in words; the languages under it switch while it plays. */
function prepare(root: HTMLElement): void {
  const video = root.querySelector('video')!
  const button = root.querySelector<HTMLElement>('[data-play]')!
  const fault = root.querySelector<HTMLElement>('[data-fault]')!
  const words = Array.from(root.querySelectorAll<HTMLElement>('a > [data-variety]'))
  let variety = root.dataset.variety
  let player: Player | undefined

  video.controls = false
  button.hidden = false
  button.onclick = () => {
    button.hidden = true
    video.controls = true
    video.focus()
    resume(video)
    playStream(video, root.dataset.film!, root.dataset.hls!, language(), (words) => (fault.textContent = words)).then(
      (started) => (player = started),
    )
  }
  const endPiece = countPlayback(video, () => variety)

  for (const word of words)
    word.parentElement!.addEventListener('click', (event) => {
      event.preventDefault()
      // What was heard so far was heard in the other language.
      endPiece()
      variety = word.dataset.variety
      for (const other of words)
        if (other === word) other.parentElement!.setAttribute('aria-current', 'true')
        else other.parentElement!.removeAttribute('aria-current')
      history.replaceState(null, '', (word.parentElement as HTMLAnchorElement).href)
      if (player) player.speak(language())
      else button.click()
    })

  function language() {
    const word = words.find((one) => one.dataset.variety === variety)
    return { name: (word?.textContent || '').trim(), tag: word?.lang || '' }
  }
}

/** Goes on where the film was left, unless that was the start or the end. */
function resume(video: HTMLVideoElement): void {
  const key = `at:${location.pathname}`
  let saved = 0
  video.addEventListener(
    'loadedmetadata',
    () => {
      const at = Number(chosen(key))
      if (at > SAVE_SECONDS && at < video.duration - 2 * SAVE_SECONDS) video.currentTime = at
    },
    { once: true },
  )
  video.addEventListener('timeupdate', () => {
    if (Math.abs(video.currentTime - saved) < SAVE_SECONDS) return
    saved = video.currentTime
    choose(key, String(Math.round(saved)))
  })
  video.addEventListener('ended', () => choose(key, ''))
}

document.querySelectorAll<HTMLElement>('[data-film]').forEach(prepare)
