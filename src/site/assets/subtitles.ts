import { choose, chosen } from './store'
import { wordRow } from './wordRow'

/** Which subtitle is shown and how large, remembered; `begin` when the film starts, because showing one fetches it. */
export function offerSubtitles(root: HTMLElement, video: HTMLVideoElement) {
  const tracks = Array.from(video.querySelectorAll('track'))
  const preferred = tracks.findIndex((track) => track.default)
  let last = String(Math.max(0, preferred))

  const row = wordRow(root, 'subtitle', (value) => {
    show(value)
    const track = tracks[Number(value)]
    choose('subtitle', value && track ? track.srclang : 'off')
  })
  const size = wordRow(root, 'cues', (value) => {
    root.dataset.cues = value
    choose('cues', value === '1' ? '' : value)
  })

  function show(value: string): void {
    const wanted = value ? tracks[Number(value)] : undefined
    if (value) last = value
    // Apple's player finds the same texts once more inside the stream: those stay off.
    for (const track of Array.from(video.textTracks))
      if (/subtitles|captions/.test(track.kind)) track.mode = wanted && track === wanted.track ? 'showing' : 'disabled'
  }

  function remembered(): string {
    const choice = chosen('subtitle')
    if (choice === 'off') return ''
    const at = tracks.findIndex(({ srclang }) => srclang === choice)
    return at >= 0 ? String(at) : preferred >= 0 ? String(preferred) : ''
  }

  return {
    begin(): void {
      const choice = remembered()
      show(choice)
      row.press(choice)
      row.show()
      const step = chosen('cues') || '1'
      root.dataset.cues = step
      size.press(step)
      size.show()
      // The browser's own menu can change them too.
      video.textTracks.addEventListener('change', () => {
        const at = tracks.findIndex(({ track }) => track.mode === 'showing')
        row.press(at < 0 ? '' : String(at))
      })
    },
    toggle(): void {
      const on = tracks.some(({ track }) => track.mode === 'showing')
      const value = on ? '' : last
      show(value)
      // At once: the browser tells of the change some time after it.
      row.press(value)
    },
  }
}
