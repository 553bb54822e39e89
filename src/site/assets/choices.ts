import { choose, chosen } from './store'

const root = document.documentElement
const SIZES = [18, 22, 26, 30]
const ELDER_SIZES = [24, 27, 30]

/** Before the first paint: the chosen size and black on white; on the home page edition and segment. */
export function restore(): void {
  const size = Number(chosen('size'))
  if (size >= 18 && size <= 30 && !(root.className === 'elder' && size < 24)) root.style.fontSize = `${size}px`
  if (chosen('contrast')) root.dataset.contrast = 'more'
  const query = new URLSearchParams(location.search)
  if (location.pathname !== `${root.dataset.base}/` || window.top !== window) return
  const before = query.toString()
  if (chosen('edition') && !query.has('edition')) query.set('edition', chosen('edition'))
  if (chosen('segment') && !query.has('s')) query.set('s', chosen('segment'))
  if (query.toString() !== before) location.replace(`?${query}`)
}

/** The switches of the bar. */
export function listenToSwitches(): void {
  const each = (selector: string, run: (element: HTMLElement) => void) =>
    document.querySelectorAll<HTMLElement>(selector).forEach(run)
  const remember = (name: 'edition' | 'segment') =>
    each(`[data-${name}]`, (word) =>
      word.parentElement!.addEventListener('click', () => choose(name, word.dataset[name] || '')),
    )
  remember('edition')
  remember('segment')
  each('[data-size]', (button) => {
    button.hidden = false
    button.onclick = () => {
      const sizes = root.className === 'elder' ? ELDER_SIZES : SIZES
      const now = parseFloat(getComputedStyle(root).fontSize)
      const next = sizes.find((size) => size > now + 0.5) || sizes[0]!
      root.style.fontSize = `${next}px`
      choose('size', next === sizes[0] ? '' : String(next))
    }
  })
  each('[data-contrast]', (button) => {
    if (button === root) return
    button.hidden = false
    button.setAttribute('aria-pressed', String(Boolean(root.dataset.contrast)))
    button.onclick = () => {
      const on = !root.dataset.contrast
      if (on) root.dataset.contrast = 'more'
      else delete root.dataset.contrast
      button.setAttribute('aria-pressed', String(on))
      choose('contrast', on ? 'more' : '')
    }
  })
  each('[data-print]', (button) => {
    button.hidden = false
    button.onclick = () => print()
  })
}
