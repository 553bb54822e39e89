const WORDS = 'mb-shoot'

/** What stands in the form, as the server takes it. */
export function wordsOf(form: HTMLFormElement) {
  const given = new FormData(form)
  const text = (name: string) => String(given.get(name) ?? '').trim()
  return {
    ...{ title: text('title'), summary: text('summary'), segments: given.getAll('segments').map(String) },
    ...{ topic: text('topic') || null, variety: text('variety') || null },
  }
}

/** The words outlive a reload too. Private windows have no storage: then they do not. */
export function keepWords(form: HTMLFormElement) {
  try {
    localStorage.setItem(WORDS, JSON.stringify(wordsOf(form)))
  } catch {
    return // full or forbidden
  }
}
export function forgetWords() {
  try {
    localStorage.removeItem(WORDS)
  } catch {
    return // forbidden: then there is nothing to forget
  }
}
export function restoreWords(form: HTMLFormElement) {
  try {
    const kept = JSON.parse(localStorage.getItem(WORDS) ?? 'null') as ReturnType<typeof wordsOf> | null
    if (!kept) return
    for (const name of ['title', 'summary', 'topic', 'variety'] as const)
      if (kept[name]) form.querySelector<HTMLInputElement>(`[name=${name}]`)!.value = kept[name]
    for (const box of form.querySelectorAll<HTMLInputElement>('[name=segments]'))
      box.checked = kept.segments.indexOf(box.value) >= 0
  } catch {
    return // nothing kept, or of another version
  }
}
