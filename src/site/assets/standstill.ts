const PATIENCE_MS = 5000

/** Says when the film stands still and why, with one word to press; goes on by itself once the network is back. */
export function watchStandstill(root: HTMLElement, video: HTMLVideoElement, retry: () => void) {
  const line = root.querySelector<HTMLElement>('[data-fault]')!
  const button = root.querySelector<HTMLButtonElement>('[data-retry]')!
  let timer = 0

  const stuck = () => {
    button.hidden = button.disabled = false
    line.textContent =
      navigator.onLine === false ? '网断了。接上以后从这里接着放。' : '网太慢或者断了，放不下去。等一等，或者点重试。'
  }
  const clear = () => {
    clearTimeout(timer)
    if (button.hidden) return
    button.hidden = true
    line.textContent = ''
  }
  button.onclick = () => {
    // Once at a time: the network coming back presses it too.
    button.disabled = true
    line.textContent = '正在接着放……'
    clearTimeout(timer)
    timer = window.setTimeout(stuck, PATIENCE_MS)
    retry()
  }
  video.addEventListener('waiting', () => {
    clearTimeout(timer)
    timer = window.setTimeout(stuck, navigator.onLine === false ? 0 : PATIENCE_MS)
  })
  video.addEventListener('playing', clear)
  video.addEventListener('timeupdate', () => video.readyState > 2 && clear())
  addEventListener('online', () => button.hidden || button.click())
  return { stuck, say: (words: string) => (line.textContent = words) }
}
