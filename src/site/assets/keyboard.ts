const STEP_SECONDS = 5
type Keys = { started(): boolean; toggleSubtitles(): void; faster(places: number): void }

/** Keys for the film, when it is in focus or nothing is. The arrows too: Chromium's own step is a hundredth of the film. */
export function listenToKeys(root: HTMLElement, video: HTMLVideoElement, { started, toggleSubtitles, faster }: Keys) {
  const jump = (seconds: number) =>
    (video.currentTime = Math.min(video.duration || 0, Math.max(0, video.currentTime + seconds)))
  const toggle = () => (video.paused ? void video.play().catch(() => undefined) : video.pause())
  const keys: Record<string, () => void> = {
    ' ': toggle,
    k: toggle,
    ArrowLeft: () => jump(-STEP_SECONDS),
    ArrowRight: () => jump(STEP_SECONDS),
    f: () => fullScreen(video),
    c: toggleSubtitles,
    '<': () => faster(-1),
    '>': () => faster(1),
  }

  document.addEventListener('keydown', (event) => {
    const { key, target } = event
    const act = keys[key.length === 1 ? key.toLowerCase() : key]
    if (!act || !started() || event.ctrlKey || event.altKey || event.metaKey || event.defaultPrevented) return
    const focused = target as HTMLElement
    // With nothing in focus a space scrolls the page, unless the film is what one looks at.
    const nothing = focused === document.body || focused === document.documentElement
    if (!(nothing ? inSight(video) : root.contains(focused))) return
    // A space presses what is in focus: a word, or the browser's own control inside the film.
    if (key === ' ' && !nothing) return
    event.preventDefault()
    act()
  })
}

function inSight(video: HTMLElement): boolean {
  const { top, bottom } = video.getBoundingClientRect()
  return bottom > 0 && top < innerHeight
}

function fullScreen(video: HTMLVideoElement & { webkitEnterFullscreen?(): void }): void {
  if (document.fullscreenElement) void document.exitFullscreen()
  else if (video.requestFullscreen) video.requestFullscreen().catch(() => undefined)
  else if (video.webkitEnterFullscreen) video.webkitEnterFullscreen()
}
