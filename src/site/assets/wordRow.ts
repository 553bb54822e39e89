/** A row of words of which one is pressed; hidden until it is shown. */
export type WordRow = {
  values: string[]
  show(): void
  press(value: string): void
  /** Presses the word so many places further on, as the finger would. */
  step(places: number): void
}

export function wordRow(root: HTMLElement, name: string, pick: (value: string) => void): WordRow {
  const row = root.querySelector<HTMLElement>(`[data-row=${name}]`)
  const words = Array.from(row ? row.querySelectorAll('button') : [])
  const press = (value: string) =>
    words.forEach((word) => word.setAttribute('aria-pressed', String(word.value === value)))
  words.forEach((word) => {
    word.onclick = () => {
      press(word.value)
      pick(word.value)
    }
  })
  return {
    values: words.map(({ value }) => value),
    show: () => row && (row.hidden = false),
    press,
    step(places) {
      const at = words.findIndex((word) => word.getAttribute('aria-pressed') === 'true')
      const next = words[Math.min(words.length - 1, Math.max(0, at + places))]
      if (next) next.click()
    },
  }
}
