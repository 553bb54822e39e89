type Mix = { svg: string; topics: Record<string, string> }

/** Under the chosen topic: whether the office has too much of it already; the ruler behind a tap. Asked for once, when a topic is chosen. */
export function tellOfTopic(base: string, language: string) {
  const topic = document.getElementById('topic') as HTMLSelectElement
  const line = document.getElementById('mix')!
  const ruler = document.getElementById('ruler')!
  let asked: Promise<Mix | undefined> | undefined

  const draw = async () => {
    if (!topic.value) return hide(true)
    asked = asked ?? askMix(base, language)
    const mix = await asked
    // Without an answer the form works as before; the next choice asks again.
    if (!mix) asked = undefined
    const words = mix?.topics[topic.value]
    hide(!words)
    line.textContent = words ?? ''
    if (mix) ruler.lastElementChild!.innerHTML = mix.svg
  }
  const hide = (hidden: boolean) => {
    line.hidden = ruler.hidden = hidden
  }
  topic.addEventListener('change', () => void draw())
  void draw()
}

async function askMix(base: string, language: string): Promise<Mix | undefined> {
  try {
    const answer = await fetch(`${base}/api/staff/mix`, {
      credentials: 'same-origin',
      headers: { accept: 'application/json', 'accept-language': language },
    })
    return answer.ok ? ((await answer.json()) as Mix) : undefined
  } catch {
    return undefined // no network: the ruler can wait, the film cannot
  }
}
