import { choose, chosen } from './store'
import type { Language } from './stream'

/** The languages under the film: the address decides which is heard, else what was chosen before, else the film's own. */
export function offerTongues(root: HTMLElement, { leave, take }: { leave(): void; take(): void }) {
  const words = Array.from(root.querySelectorAll<HTMLElement>('a > [data-variety]'))
  const named = (variety?: string | null) => words.find((word) => word.dataset.variety === variety)
  const asked = named(new URLSearchParams(location.search).get('variety'))
  let current = asked || named(chosen('variety')) || named(root.dataset.variety)

  const mark = () => {
    for (const word of words)
      if (word === current) word.parentElement!.setAttribute('aria-current', 'true')
      else word.parentElement!.removeAttribute('aria-current')
  }
  mark()
  for (const word of words)
    word.parentElement!.addEventListener('click', (event) => {
      event.preventDefault()
      leave()
      current = word
      mark()
      choose('variety', word.dataset.variety!)
      history.replaceState(null, '', (word.parentElement as HTMLAnchorElement).href)
      take()
    })

  return {
    variety: () => (current || root).dataset.variety,
    language: (): Language => ({
      name: ((current && current.textContent) || '').trim(),
      tag: (current && current.lang) || '',
      sound: (current || root).dataset.sound || '',
    }),
  }
}
