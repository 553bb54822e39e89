import { report } from './beacon'

const LEAST_SECONDS = 5
const CHARACTERS_A_SECOND = 400 / 60

/** An effective read: half of the text was in sight, and a fifth of the time it takes was spent (at least 5 s). */
export function watchReading(): void {
  const { item, length } = document.documentElement.dataset
  const text = document.querySelector('article')
  if (!item || !text || item.startsWith('videos/')) return
  const enough = Math.max(LEAST_SECONDS, (0.2 * Number(length || 0)) / CHARACTERS_A_SECOND)
  let seconds = 0
  let half = false
  const ticking = setInterval(() => {
    if (document.hidden) return
    seconds += 1
    const { top, height } = text.getBoundingClientRect()
    half = half || (innerHeight - top) / height >= 0.5
    if (!half || seconds < enough) return
    clearInterval(ticking)
    report({ type: 'read', value: seconds })
  }, 1000)
}
