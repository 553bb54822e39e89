/** 试听: three seconds of a language, one at a time, never over the film. */
export function offerSamples(root: HTMLElement, video: HTMLVideoElement): void {
  const sound = new Audio()
  const buttons = Array.from(root.querySelectorAll<HTMLElement>('[data-sample]'))
  let playing: HTMLElement | undefined

  const mark = (button?: HTMLElement) => {
    playing = button
    for (const other of buttons) other.setAttribute('aria-pressed', String(other === button))
  }
  const stop = () => {
    sound.pause()
    mark()
  }
  for (const button of buttons) {
    button.hidden = false
    button.onclick = () => {
      if (playing === button) return stop()
      video.pause()
      sound.src = button.dataset.sample!
      mark(button)
      sound.play().catch(() => undefined)
    }
  }
  sound.onended = sound.onerror = () => mark()
  video.addEventListener('play', stop)
}
